/** The text without full stops and white space at its end. Looks at each run of them once, however long it is. */
export const withoutStop = (text: string): string => text.replace(/(?<![.\s])[.\s]+$/, '')

/** The text with one full stop at its end, wherever it came from. */
export const sentence = (text: string): string => `${withoutStop(text)}.`
