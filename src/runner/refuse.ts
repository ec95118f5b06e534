/** Ends the reading of an input. `problem` continues a sentence that begins with the input and its value. */
export type Refuse = (problem: string) => never
