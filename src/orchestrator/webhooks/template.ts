const placeholder = /\$\{([^{}]*)\}/g

/** What a placeholder stands for is cut to so many characters: a template may repeat it. */
const maxValueLength = 1000

/** The names in all texts of a JSON value, each as often as it is there. */
export const placeholdersIn = (value: unknown): string[] => {
  const names: string[] = []
  JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'string') names.push(...Array.from(part.matchAll(placeholder), ([, name = '']) => name))
    return part
  })
  return names
}

/** A JSON value with all its texts filled in. What the event does not have is empty. */
export const fillIn = <T>(value: T, values: Readonly<Record<string, string>>): T => {
  const valueOf = (name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '').slice(0, maxValueLength) : '')
  const fill = (text: string) => text.replaceAll(placeholder, (_, name: string) => valueOf(name))
  return JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === 'string' ? fill(part) : part)) as T
}
