/** The same value each time, made when it is first asked for: it belongs to the whole process, and nobody changes it. */
export const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}
