/** Longer words are never a slip of the finger, and comparing them costs the product of their lengths. */
const MAX_LENGTH = 40

/** How many characters have to be changed, added or removed to get from one word to the other. */
const distance = (from: string, to: string): number => {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = previous[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1))
    }
    previous = current
  }
  return previous[to.length]!
}

const plain = (text: string) => text.toLowerCase().replaceAll(/[-_]/g, '')

/** Whether `word` is what is left of `choice` when letters are left out, few enough for it to be told. */
const isAbbreviation = (word: string, choice: string) => {
  if (word.length < 5 || choice.length > 3 * word.length || word[0] !== choice[0]) return false
  let found = 0
  for (const letter of choice) if (letter === word[found]) found += 1
  return found === word.length
}

/** The one of `choices` that was probably meant by `word`, ignoring case, `-` and `_`. */
const closest = (word: string, choices: Iterable<string>): string | undefined => {
  if (word.length > MAX_LENGTH) return undefined
  let short: string | undefined
  let best: { choice: string; changes: number } | undefined
  for (const choice of choices) {
    if (choice.length > MAX_LENGTH) continue
    const changes = distance(plain(word), plain(choice))
    const isShorter = short === undefined || choice.length < short.length
    if (isShorter && isAbbreviation(plain(word), plain(choice))) short = choice
    if (changes <= Math.floor(choice.length / 3) && (best === undefined || changes < best.changes))
      best = { choice, changes }
  }
  // One slip of the finger is likelier than an abbreviation, and that than several slips.
  return best && best.changes <= 1 ? best.choice : (short ?? best?.choice)
}

/** ` (did you mean 'steps'?)`, or nothing. */
export const didYouMean = (word: string, choices: Iterable<string>): string => {
  const choice = closest(word, choices)
  return choice === undefined ? '' : ` (did you mean '${choice}'?)`
}
