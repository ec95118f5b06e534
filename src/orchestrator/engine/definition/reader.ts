import { isAlias, isMap, isScalar, isSeq } from 'yaml'
import type { Node, Scalar, YAMLMap } from 'yaml'

import { didYouMean } from '../../../contract/closest.ts'
import { ExpressionError } from '../expressions/expression-error.ts'
import type { Vocabulary } from '../expressions/parser.ts'
import { parseCondition, parseTemplate, plainCondition } from '../expressions/template.ts'
import type { Template } from '../expressions/template.ts'
import type { Value } from '../expressions/values.ts'
import { quote } from '../quote.ts'
import { expectedOf, isAccepted, isLike, regexProblem } from './accepted.ts'
import { memberPath } from './problem.ts'
import type { Entries, Shape } from './shape.ts'
import { offsetInScalar } from './source.ts'
import type { Source } from './source.ts'

/** Lists and maps within each other, in values that may nest freely. */
const MAX_NESTING = 30
/** Nodes that are read through aliases, which may stand for more than is written. */
const MAX_ALIASED_NODES = 10_000

interface Place {
  readonly path: string
  /** Of the key, or of the item of a list. */
  readonly offset: number
}

type RecordShape = Extract<Shape, { type: 'record' }>

/** Reads a tree by its shape. Whatever is wrong is reported, and left out of the result. */
export class Reader {
  /** Where keys and values stand, by path. */
  readonly places = new Map<string, { readonly key: number; readonly value: number }>()
  readonly #source: Source
  readonly #anchors = new Map<string, Node>()
  #aliasedNodes = 0
  /** Whether values stand for more than can be read: one problem says so, and the rest is left. */
  #exhausted = false
  #aliases = 0

  constructor(source: Source) {
    this.#source = source
  }

  report(place: Place, found: string, expected: string): undefined {
    this.#source.report({ ...place, found, expected })
  }

  read(given: Node | null, shape: Shape, place: Place = { path: '', offset: 0 }): unknown {
    return this.#resolved(given, place, (node) => {
      const at = { path: place.path, offset: node?.range?.[0] ?? place.offset }
      this.places.set(place.path, { key: place.offset, value: at.offset })
      switch (shape.type) {
        case 'record':
          return this.#record(node, shape, place)
        case 'map':
          return this.#map(node, shape, at)
        case 'list':
          return this.#list(node, shape, at)
        case 'template':
          if (shape.textOnly && typeof this.#scalar(node) !== 'string') return this.#wrong(node, shape, at)
          return this.#template(node, shape.vocabulary, at, 0)
        case 'value':
          return this.#value(node, at, 0)
        case 'condition':
          return this.#condition(node, shape, at)
        default:
          return isAccepted(shape, this.#scalar(node)) ? this.#scalar(node) : this.#wrong(node, shape, at)
      }
    })
  }

  #wrong(node: Node | null, shape: Shape, place: Place): undefined {
    const given = this.#scalar(node)
    const reason = shape.type === 'regex' && typeof given === 'string' ? regexProblem(given) : undefined
    return this.report(place, describeNode(node) + (reason === undefined ? '' : `: ${reason}`), expectedOf(shape))
  }

  /** Follows an alias, refuses tags, and remembers anchors in the order in which the file has them. */
  #resolved<Result>(given: Node | null, place: Place, read: (node: Node | null) => Result): Result | undefined {
    const at = { path: place.path, offset: given?.range?.[0] ?? place.offset }
    if (this.#exhausted) return undefined
    this.#aliasedNodes += this.#aliases > 0 ? 1 : 0
    if (this.#aliasedNodes > MAX_ALIASED_NODES)
      return this.#exhaust(at, 'aliases that stand for too much', `at most ${MAX_ALIASED_NODES} values through aliases`)
    if (isAlias(given)) {
      const anchored = this.#anchors.get(given.source)
      if (!anchored) return this.report(at, `*${given.source}`, 'an alias of an anchor before it')
      this.#aliases += 1
      const result = read(anchored)
      this.#aliases -= 1
      return result
    }
    if (given?.tag?.startsWith('!'))
      return this.report(
        this.#beforeValue(at, '!'),
        `the YAML tag ${quote(given.tag)}`,
        'text in quotes or in ${{ }} where it begins with !',
      )
    if ((isScalar(given) || isMap(given) || isSeq(given)) && given.anchor) this.#anchors.set(given.anchor, given)
    return read(given)
  }

  /** A node begins with its value; its tag stands before. */
  #beforeValue({ path, offset }: Place, mark: string): Place {
    return { path, offset: Math.max(this.#source.text.lastIndexOf(mark, offset), 0) }
  }

  #exhaust(place: Place, found: string, expected: string): undefined {
    this.#exhausted = true
    return this.report(place, found, expected)
  }

  #scalar(node: Node | null): unknown {
    return isScalar(node) ? node.value : node
  }

  #record(node: Node | null, shape: RecordShape, place: Place): unknown {
    if (shape.nullable && this.#scalar(node) === null) return {}
    if (!isMap(node)) return this.#wrong(node, shape, { ...place, offset: node?.range?.[0] ?? place.offset })
    const names = Object.keys(shape.fields)
    const entries = this.#entries(node, place.path, (key, at) => {
      if (names.includes(key)) return true
      const expected = names.length === 0 ? 'no key' : `one of ${names.join(', ')}${didYouMean(key, names)}`
      this.report(at, `the key ${quote(key)}`, expected)
      return false
    })
    const given = new Map(entries.map((entry) => [entry.key, entry]))
    if (given.size < (shape.minSize ?? 0)) this.report(place, 'none of them', expectedOf(shape))
    const fields = Object.entries(shape.fields).flatMap(([name, field]) => {
      const entry = given.get(name)
      if (entry) return [[name, this.read(entry.value, field.shape, entry.place)] as const]
      if (field.required)
        this.report({ ...place, path: memberPath(place.path, name) }, 'nothing', expectedOf(field.shape))
      return []
    })
    return Object.fromEntries(fields)
  }

  #map(node: Node | null, shape: Extract<Shape, { type: 'map' }>, place: Place): Entries<unknown> | undefined {
    if (!isMap(node)) return this.#wrong(node, shape, place)
    if (node.items.length < (shape.minSize ?? 0)) this.report(place, 'an empty map', expectedOf(shape))
    const entries = this.#entries(node, place.path, (key, at) => {
      if (isLike(shape.keys, key)) return true
      this.report(at, `the key ${quote(key)}`, shape.keys.expected)
      return false
    })
    return entries.map((entry) => ({ key: entry.key, value: this.read(entry.value, shape.values, entry.place) }))
  }

  #list(node: Node | null, shape: Extract<Shape, { type: 'list' }>, place: Place): unknown {
    if (!isSeq(node)) return this.#wrong(node, shape, place)
    const count = node.items.length
    if (count < (shape.minItems ?? 0) || count > (shape.maxItems ?? Infinity))
      this.report(place, count === 0 ? 'an empty list' : `${count} of them`, expectedOf(shape))
    return node.items.map((item, index) => {
      const inner = item as Node | null
      return this.read(inner, shape.items, this.#item(place, index, inner))
    })
  }

  #item(place: Place, index: number, item: Node | null): Place {
    return { path: `${place.path}[${index}]`, offset: item?.range?.[0] ?? place.offset }
  }

  /** The entries whose keys are text, there for the first time, and accepted. */
  #entries(node: YAMLMap, path: string, accept: (key: string, place: Place) => boolean) {
    const seen = new Set<string>()
    return node.items.flatMap((pair) => {
      const keyNode = pair.key as Node | null
      const value = pair.value as Node | null
      const key = keyText(keyNode)
      const offset = keyNode?.range?.[0] ?? node.range?.[0] ?? 0
      if (key === undefined) {
        this.report({ path, offset }, `${describeNode(keyNode)} as a key`, 'text as a key')
        return []
      }
      const place = { path: memberPath(path, key), offset }
      if (seen.has(key)) {
        this.report(place, `the key ${quote(key)} again`, 'every key once')
        return []
      }
      seen.add(key)
      return accept(key, place) ? [{ key, value, place }] : []
    })
  }

  #condition(node: Node | null, shape: Extract<Shape, { type: 'condition' }>, place: Place): unknown {
    const given = this.#scalar(node)
    if (typeof given === 'boolean') return plainCondition(given)
    if (typeof given !== 'string' || given.trim() === '') return this.#wrong(node, shape, place)
    return this.#expression(node as Scalar, place, () => parseCondition(given, shape.vocabulary))
  }

  #expression<Result>(node: Scalar, place: Place, parse: () => Result): Result | undefined {
    try {
      return parse()
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      const offset = offsetInScalar(this.#source.text, node, error.offset)
      return this.report({ path: place.path, offset }, error.found, error.expected)
    }
  }

  #template(given: Node | null, vocabulary: Vocabulary, place: Place, depth: number): Template | undefined {
    const nested = (inner: Node | null, at: Place) =>
      this.#resolved(inner, at, (node) => this.#template(node, vocabulary, at, depth + 1)) ?? NOTHING
    if (depth > MAX_NESTING) return this.#exhaust(place, 'more levels', `at most ${MAX_NESTING} levels`)
    if (isSeq(given))
      return {
        kind: 'list',
        items: given.items.map((item, index) => nested(item as Node, this.#item(place, index, item as Node))),
      }
    if (isMap(given)) {
      const entries = this.#entries(given, place.path, () => true)
      return { kind: 'map', entries: entries.map((entry) => [entry.key, nested(entry.value, entry.place)] as const) }
    }
    const plain = this.#plain(given, place)
    if (typeof plain !== 'string') return plain === undefined ? undefined : { kind: 'literal', value: plain }
    return this.#expression(given as Scalar, place, () => parseTemplate(plain, vocabulary))
  }

  #value(given: Node | null, place: Place, depth: number): Value | undefined {
    const nested = (inner: Node | null, at: Place) =>
      this.#resolved(inner, at, (node) => this.#value(node, at, depth + 1)) ?? null
    if (depth > MAX_NESTING) return this.#exhaust(place, 'more levels', `at most ${MAX_NESTING} levels`)
    if (isSeq(given))
      return given.items.map((item, index) => nested(item as Node, this.#item(place, index, item as Node)))
    if (!isMap(given)) return this.#plain(given, place)
    const entries = this.#entries(given, place.path, () => true)
    return Object.fromEntries(entries.map((entry) => [entry.key, nested(entry.value, entry.place)]))
  }

  /** A scalar that means the same in JSON. */
  #plain(node: Node | null, place: Place): null | boolean | number | string | undefined {
    const given = this.#scalar(node)
    if (given === null || typeof given === 'boolean' || typeof given === 'string') return given
    if (typeof given !== 'number') return this.report(place, describeNode(node), 'a plain value')
    const exact = Number.isFinite(given) && (!Number.isInteger(given) || Number.isSafeInteger(given))
    return exact
      ? given
      : this.report(place, describeNode(node), 'a number that keeps all its digits, or quotes around it')
  }
}

/** Stands where a part could not be read; a file with problems is never used. */
const NOTHING: Template = { kind: 'literal', value: null }

const keyText = (node: Node | null): string | undefined => {
  if (!isScalar(node)) return undefined
  if (typeof node.value === 'string') return node.value
  return typeof node.value === 'number' ? (node.source ?? String(node.value)) : undefined
}

const describeNode = (node: Node | null): string => {
  if (isMap(node)) return 'a map'
  if (isSeq(node)) return 'a list'
  if (!isScalar(node) || node.value === null) return 'nothing'
  if (typeof node.value === 'string') return `the text ${quote(node.value)}`
  if (typeof node.value === 'number') return `the number ${(node.source ?? String(node.value)).slice(0, 40)}`
  return node.value === true ? 'true' : 'false'
}
