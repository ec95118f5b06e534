/** What is made of texts, which is made anew only for those that are not among the last: an error is not remembered. */
export const remember = <T>(most: number, make: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = make(text)
    const oldest = known.keys().next().value
    if (known.size >= most && oldest !== undefined) known.delete(oldest)
    known.set(text, made)
    return made
  }
}
