import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'yaml'

export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [key: string]: Json
}

/** One file of the contract, as it was written. */
export interface Part {
  /** Its name without folder: what a reference from another part begins with. */
  file: string
  content: JsonObject
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Throws an Error that names the file and the line when the text is no YAML, has a key twice or is not a map. */
export const readPart = (file: string, text: string): Part => {
  const document = parseDocument(text)
  const [error] = document.errors
  if (error) throw new Error(`${file}: ${error.message}`)
  const content: unknown = document.toJS()
  if (!isObject(content)) throw new Error(`${file}: expected a map with paths and components`)
  return { file, content }
}

/** Every YAML file of the folder, by name. */
export const readParts = async (folder: string): Promise<Part[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()
  return Promise.all(files.map(async (file) => readPart(file, await readFile(join(folder, file), 'utf8'))))
}
