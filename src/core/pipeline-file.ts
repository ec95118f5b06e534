/** Something wrong with a file; line and column from 1, as editors count. */
export interface FileProblem {
  readonly line: number
  readonly column: number
  readonly message: string
}

export interface PipelineFile {
  /** As it is shown: relative to the repository. */
  readonly path: string
  readonly text: string
}

/** A file that names its pipeline; all else that is to be said about it is the server's to say. */
export interface NamedPipeline extends PipelineFile {
  readonly id: string
  /** The keys of `on`. */
  readonly triggers: readonly string[]
}

export type ReadFile =
  | { readonly kind: 'named'; readonly pipeline: NamedPipeline }
  | { readonly kind: 'wrong'; readonly file: PipelineFile; readonly problems: readonly FileProblem[] }

/** A pipeline is a few pages of text. */
const maxCharacters = 500_000

const wrong = (file: PipelineFile, problems: readonly FileProblem[]): ReadFile => ({ kind: 'wrong', file, problems })

const atTop = (message: string): FileProblem => ({ line: 1, column: 1, message })

const noId =
  'The file has no `id`. Give it one, such as `id: release`: it tells which pipeline to update, and stays what it is called'

/** The pipeline that a file is about, or where it is not even YAML. */
export const readPipelineFile = async (file: PipelineFile): Promise<ReadFile> => {
  const { text } = file
  if (text.length > maxCharacters) {
    return wrong(file, [atTop(`The file has ${text.length} characters; at most ${maxCharacters} are read`)])
  }
  const { isMap, isScalar, LineCounter, parseDocument } = await import('yaml')
  const lineCounter = new LineCounter()
  const problemAt = (offset: number, message: string): FileProblem => {
    const { line, col } = lineCounter.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1), message }
  }
  try {
    // Equal keys are the server's to find: finding them here takes time that grows with the square of their number.
    const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false, logLevel: 'error' })
    if (document.errors.length > 0) {
      return wrong(
        file,
        document.errors.map(({ pos, message }) => problemAt(pos[0], `This is not YAML: ${message}`)),
      )
    }
    if (!isMap(document.contents))
      return wrong(file, [atTop('A pipeline file is a mapping with `id`, `name`, `on` and `jobs`')])
    const id = document.contents.get('id', true)
    if (!isScalar(id) || id.value === null || String(id.value) === '') return wrong(file, [atTop(noId)])
    if (typeof id.value !== 'string') {
      return wrong(file, [problemAt(id.range?.[0] ?? 0, 'The `id` is not a text. Write it in quotes')])
    }
    const on = document.contents.get('on', true)
    const triggers = isMap(on) ? on.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')) : []
    return { kind: 'named', pipeline: { ...file, id: id.value, triggers } }
  } catch (error) {
    // Nested so deep that the stack does not suffice.
    if (error instanceof RangeError) return wrong(file, [atTop(`This cannot be read as YAML: ${error.message}`)])
    throw error
  }
}
