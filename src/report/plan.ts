import type { Plan, Unsettled } from '../core/plan.ts'
import { isObject, ownValue } from '../sets/json.ts'
import type { Change } from '../sets/plan.ts'
import { printPointer } from '../sets/pointer.ts'
import type { Json } from '../sets/types.ts'
import { cutCharacters } from '../text/cut.ts'
import { code, codeBlock, inline } from '../text/escape.ts'
import { blocks, folded, table } from './markdown.ts'
import { hiddenValue, hideSensitive } from './plan-values.ts'

export interface PlanReport {
  readonly plan: Plan
  /** Undefined when there was no need for one. */
  readonly deltaId: string | undefined
  /** Replaces secrets that the step knows; what leaves is to be redacted as a whole, too. */
  readonly redact?: (text: string) => string
}

const shownChanges = ({ plan, redact }: PlanReport, most = plan.changes.length): Change[] =>
  plan.changes.slice(0, most).map((change) => hideSensitive(change, redact))

/** A table with more rows helps nobody; the plan's file has them all. */
const mostRows = 200
const mostFolded = 50
const mostLines = 100
const mostLogged = 1000
const mostLeaves = 20
/** An image with its digest is to be seen whole. */
const cellWidth = 160
const logWidth = 200

const unsettledNotes: Record<Unsettled, string> = {
  'never-deployed': 'The environment has never been deployed, so all of it is new there.',
  rebased: 'The environment was rebased: what runs there is not what the next deployment builds on.',
  'last-deployment-failed': 'The last deployment failed, so what it should have brought may not run.',
}

const countOf = (count: number) => (count === 1 ? '1 change' : `${count} changes`)

/** `3 changes`, or that there is nothing to deploy. */
export const planCount = ({ empty, changes }: Plan): string => (empty ? 'nothing to deploy' : countOf(changes.length))

export const planTitle = (plan: Plan): string => `Plan for ${plan.env}: ${planCount(plan)}`

/** The plan as programs read it, with nothing in it that is to stay secret. */
export const planData = (report: PlanReport): object => {
  const { env, changes: _, ...rest } = report.plan
  return { env, delta: report.deltaId ?? null, ...rest, changes: shownChanges(report) }
}

// As it is where that is clear; as JSON where it could be taken for something else, as "1" for 1.
const isUnclear = /^$|^\s|\s$|^["[{]|^(?:true|false|null|-?\d+(?:\.\d+)?)$|\n/

const valueText = (value: Json): string =>
  typeof value === 'string' && !isUnclear.test(value) ? value : JSON.stringify(value)

/** The images of a whole workload, which is what people know it by; otherwise the value itself. */
const cellTexts = ({ path }: Change, value: Json | undefined): string[] => {
  if (value === undefined) return []
  if (path !== '') return [valueText(value)]
  const spec = isObject(value) ? ownValue(value, 'spec') : undefined
  const containers = isObject(spec) ? ownValue(spec, 'containers') : undefined
  return Object.values(isObject(containers) ? containers : {}).flatMap((container) => {
    const image = isObject(container) ? ownValue(container, 'image') : undefined
    return typeof image === 'string' ? [image] : []
  })
}

const valueCell = (change: Change, value: Json | undefined): string => {
  if (value === hiddenValue) return '_hidden_'
  return cellTexts(change, value)
    .map((text) => code(cutCharacters(text, cellWidth)))
    .join('<br>')
}

const words = { added: 'workload added', removed: 'workload removed', changed: 'workload changed' } as const

const rowOf = (change: Change): string[] => {
  const { scope, module, path, kind, before, after } = change
  return [
    scope === 'shared' ? '_shared resources_' : inline(module),
    path === '' ? `**${words[kind]}**` : code(path),
    valueCell(change, before),
    valueCell(change, after),
  ]
}

const linesOf = (value: Json | undefined, mark: string): string[] => {
  if (value === undefined) return []
  const lines = (typeof value === 'string' ? value : JSON.stringify(value, null, 2)).split('\n')
  const shown = lines.slice(0, mostLines).map((line) => `${mark} ${cutCharacters(line, 1000)}`)
  return lines.length > mostLines ? [...shown, `${mark} … ${lines.length - mostLines} more lines`] : shown
}

const isLong = ({ path, before, after }: Change) =>
  path === ''
    ? after !== undefined
    : [before, after].some((value) => value !== undefined && valueText(value).length > cellWidth)

const details = (changes: readonly Change[]): string => {
  const long = changes.filter(isLong)
  const shown = long.slice(0, mostFolded).map((change) => {
    const { module, path, before, after } = change
    const title = [module, path]
      .filter((part) => part !== '')
      .map(code)
      .join(' ')
    return blocks(title, codeBlock([...linesOf(before, '-'), ...linesOf(after, '+')].join('\n'), 'diff'))
  })
  if (shown.length === 0) return ''
  const rest = long.length > mostFolded ? `_… and ${long.length - mostFolded} more._` : ''
  return folded('Values in full', blocks(...shown, rest))
}

const basisOf = ({ plan, deltaId }: PlanReport): string => {
  const { base, current } = plan
  const delta = deltaId === undefined ? 'No delta was made.' : `Delta ${code(deltaId)}.`
  const against = current.deployment === null ? 'nothing' : `deployment ${code(current.deployment)}`
  const from = base.deployment === null ? 'nothing' : `deployment ${code(base.deployment)}`
  const sides = base.deployment === current.deployment ? '' : `, built on ${from}`
  return `${delta} Compared with what runs now: ${against}${sides}.`
}

/** A table of the changes, and long values folded below it; without a title. */
export const planTable = (report: PlanReport): string => {
  const { plan } = report
  const changes = shownChanges(report, mostRows)
  const left = plan.changes.length - changes.length
  return blocks(
    plan.unsettled === undefined ? '' : unsettledNotes[plan.unsettled],
    changes.length === 0 ? '' : table(['Workload', 'Property', 'Before', 'After'], changes.map(rowOf)),
    left > 0 ? `_… and ${countOf(left)} more; the plan's file has them all._` : '',
    details(changes),
    basisOf(report),
  )
}

/** For the job summary and for comments. */
export const planMarkdown = (report: PlanReport): string =>
  blocks(`### ${inline(planTitle(report.plan))}`, planTable(report))

const logged = (value: Json | undefined) =>
  value === hiddenValue ? '(hidden)' : cutCharacters(JSON.stringify(value ?? null), logWidth)

const marks = { added: '+', removed: '-', changed: '~' } as const

/** The values in a whole workload, with their places. */
const leavesOf = (value: Json, tokens: readonly string[] = []): string[] => {
  if (!isObject(value) || Object.keys(value).length === 0) return [`${printPointer(tokens)}: ${logged(value)}`]
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...tokens, key]))
}

const changeLines = ({ path, kind, before, after }: Change): string[] => {
  const mark = marks[kind]
  if (path !== '') {
    if (kind !== 'changed') return [`    ${mark} ${path}: ${logged(before ?? after)}`]
    const values = before === hiddenValue ? 'changed (hidden)' : `${logged(before)} → ${logged(after)}`
    return [`    ${mark} ${path}: ${values}`]
  }
  const leaves = after === undefined ? [] : leavesOf(after)
  const rest = leaves.length > mostLeaves ? [`    … and ${leaves.length - mostLeaves} more properties`] : []
  return [...leaves.slice(0, mostLeaves).map((leaf) => `    ${mark} ${leaf}`), ...rest]
}

const headingOf = ({ scope, module, path, kind }: Change): string => {
  if (scope === 'shared') return '  ~ shared resources'
  return path === '' ? `  ${marks[kind]} ${module} (${words[kind]})` : `  ~ ${module}`
}

/** For the log: the workloads, and below each what is added (`+`), removed (`-`) and changed (`~`). */
export const planText = (report: PlanReport): string => {
  const { plan } = report
  const lines = [`${planTitle(plan)}.`]
  if (plan.unsettled !== undefined) lines.push(unsettledNotes[plan.unsettled])
  let heading = ''
  for (const change of shownChanges(report, mostLogged)) {
    const next = headingOf(change)
    if (next !== heading) lines.push(next)
    heading = next
    lines.push(...changeLines(change))
  }
  const left = plan.changes.length - mostLogged
  if (left > 0) lines.push(`  … and ${countOf(left)} more; the plan's file has them all.`)
  return lines.join('\n')
}
