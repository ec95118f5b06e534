import { RegexError } from './regex/ast.ts'
import { compileRegex } from './regex/search.ts'
import type { components } from './schema.ts'

type Rule = Pick<
  components['schemas']['AutomationRuleResponse'],
  | 'active'
  | 'artefacts_filter'
  | 'exclude_artefacts_filter'
  | 'images_filter'
  | 'exclude_images_filter'
  | 'match_ref'
  | 'match'
  | 'update_to'
>

type Filter = Pick<Rule, 'artefacts_filter' | 'exclude_artefacts_filter' | 'images_filter' | 'exclude_images_filter'>

/** A version of a container, as far as rules look at it. */
interface Version {
  readonly name: string
  readonly ref?: string | undefined
}

/** What the ref of a branch or a tag has before its name. */
export const refPrefix = (updateTo: string) => (updateTo === 'tag' ? 'refs/tags/' : 'refs/heads/')

/** Anywhere in the text (assumption); `unknown` where the pattern is none that can be read here. */
const looksFor = (pattern: string, text: string): boolean | 'unknown' => {
  try {
    return compileRegex(pattern).isIn(text)
  } catch (error) {
    if (error instanceof RegexError) return 'unknown'
    throw error
  }
}

/**
 * ASSUMPTION: a filter that is empty passes over nothing, and the names of images are those of artefacts.
 * A rule has one list at most: the old name and the new do not go together.
 */
const filterOf = (rule: Filter) => ({
  names: [...rule.artefacts_filter, ...rule.images_filter],
  isExclusion: rule.exclude_artefacts_filter || rule.exclude_images_filter,
})

/** The artefacts that a rule is for, by name; undefined for a rule that is for all, or for all but some. */
export const artefactsOf = (rule: Filter): readonly string[] | undefined => {
  const { names, isExclusion } = filterOf(rule)
  return names.length === 0 || isExclusion ? undefined : names
}

const isMeant = (rule: Filter, name: string): boolean => {
  const { names, isExclusion } = filterOf(rule)
  return names.length === 0 || names.includes(name) !== isExclusion
}

const refFits = ({ match_ref, match, update_to }: Rule, ref: string): boolean | 'unknown' => {
  if (match_ref !== '') return looksFor(match_ref, ref)
  if (match === '') return true
  const prefix = refPrefix(update_to)
  return ref.startsWith(prefix) && looksFor(match, ref.slice(prefix.length))
}

/** Whether registering a version of a container sets the rule off, where the environment has it. */
export const ruleFires = (rule: Rule, { name, ref = '' }: Version): boolean | 'unknown' =>
  rule.active && isMeant(rule, name) && refFits(rule, ref)
