/*
 * Text from outside may hold terminal codes, characters that cannot be seen, and lines that GitHub's runner would obey.
 */

const ESC = String.fromCharCode(0x1b)
const BEL = String.fromCharCode(0x07)
/** C1 controls: one character each for what ESC and a letter say in two. */
const CSI = String.fromCharCode(0x9b)
const OSC = String.fromCharCode(0x9d)
const ST = String.fromCharCode(0x9c)

const ansi = new RegExp(
  [
    // Strings: window titles, hyperlinks, device commands. They end with BEL or a string terminator. None holds the
    // beginning of another one, or each of many beginnings would be followed to the end of the text.
    `(?:${ESC}[\\]PX^_]|${OSC})[^${BEL}${ESC}${ST}${OSC}]*(?:${BEL}|${ESC}\\\\|${ST})`,
    // Colours and cursor movements.
    `(?:${ESC}\\[|${CSI})[0-?]*[ -/]*[@-~]`,
    // Everything else of two or three characters.
    `${ESC}[ -/]*[0-~]`,
  ].join('|'),
  'g',
)

const lineBreaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g

/**
 * Control characters but line feed and tab, and everything invisible: direction marks, which show a text as another
 * one, and zero-width characters, which GitHub's runner may overlook when it compares (`:<zero width>:` is `::` to it).
 */
const invisible = String.raw`[^\P{Cc}\n\t]|[\p{Cf}\p{Default_Ignorable_Code_Point}]`

/** Text in which there is nothing to change. Most is like this, and to compile what finds the rest takes 2 ms. */
const harmless = /^[\n\x20-\x7e]*$/

/** Visible text: no terminal codes, no invisible characters, every line break a line feed. */
export const plainText = (text: string): string =>
  harmless.test(text) ? text : text.replace(ansi, '').replace(lineBreaks, '\n').replace(new RegExp(invisible, 'gu'), '')

/** As `plainText`, in one line. */
export const plainLine = (text: string): string =>
  plainText(text)
    .replace(/[\n\t]+/g, ' ')
    .trim()

/**
 * The lines of a text, ready to be printed to the log of a step: whatever they say, GitHub's runner takes none of
 * them for a command. It obeys `::name::` at the start of a line and `##[name]` anywhere in it.
 */
export const logLines = (text: string): string[] =>
  plainText(text)
    .split('\n')
    .map((line) => line.replace(/^(\s*)::/, '$1\\::').replaceAll('##[', '##\\['))
