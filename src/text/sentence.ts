/** The text with one full stop at its end, wherever it came from. */
export const sentence = (text: string): string => `${text.replace(/[.\s]+$/, '')}.`
