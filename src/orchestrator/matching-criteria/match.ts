/** What decides which definition a resource is made from, beside its type. */
export interface Context {
  type: string
  class: string
  appId: string
  envId: string
  envType: string
  resId: string
}

/** A context of which only a part is known. */
export type PartialContext = { [K in keyof Context]?: string | undefined }

/** Fits what agrees with it in every field that it has. */
export interface Rule {
  class: string
  app_id?: string
  env_id?: string
  env_type?: string
  res_id?: string
}

/** Fields that narrow a rule, the most specific first, with what each is compared to. A class only filters (assumption). */
const fields = [
  ['res_id', 'resId'],
  ['env_id', 'envId'],
  ['app_id', 'appId'],
  ['env_type', 'envType'],
] as const

/** With fields of the context missing: whether the rule could fit. */
export const fits = (rule: Rule, context: PartialContext) =>
  (context.class ?? rule.class) === rule.class &&
  fields.every(([field, key]) => (rule[field] ?? context[key]) === (context[key] ?? rule[field]))

/** The most specific field counts more than all others together, then the next. */
export const specificity = (rule: Rule) =>
  fields.reduce((sum, [field], index) => sum + (rule[field] === undefined ? 0 : 2 ** (fields.length - 1 - index)), 0)

export const isSameRule = (one: Rule, other: Rule) =>
  one.class === other.class && fields.every(([field]) => one[field] === other[field])

/** The best of the rules that fit; of equals the first. */
export const bestMatch = <R extends Rule>(rules: Iterable<R>, context: PartialContext): R | undefined => {
  let best: R | undefined
  for (const rule of rules) {
    if (fits(rule, context) && (!best || specificity(rule) > specificity(best))) best = rule
  }
  return best
}
