/** The text without full stops and white space at its end. Looks at each run of them once, however long it is. */
export const withoutStop = (text: string): string => text.replace(/(?<![.\s])[.\s]+$/, '')

/** The text with one full stop at its end, wherever it came from; a question stays one. */
export const sentence = (text: string): string => {
  const plain = withoutStop(text)
  return /[!?]$/.test(plain) ? plain : `${plain}.`
}
