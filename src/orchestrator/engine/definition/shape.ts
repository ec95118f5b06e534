import type { Expression } from '../expressions/ast.ts'
import type { Vocabulary } from '../expressions/parser.ts'
import type { Template } from '../expressions/template.ts'
import type { Value } from '../expressions/values.ts'

/** Text that a key or value has to look like. `expected` says it in words. */
export interface Pattern {
  readonly pattern: string
  readonly expected: string
  readonly minLength?: number
  readonly maxLength: number
}

interface Field {
  readonly shape: Shape
  readonly required?: true
  readonly description: string
}

/** What may stand at one place of a pipeline file: data, read by the parser and by the maker of the JSON Schema. */
export type Shape =
  | { readonly type: 'word'; readonly like: Pattern }
  | { readonly type: 'text'; readonly minLength?: number; readonly maxLength: number }
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | { readonly type: 'integer'; readonly minimum: number; readonly maximum: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'regex' }
  /** Any value, taken as it is written. */
  | { readonly type: 'value' }
  /** One expression, with or without `${{ }}`. */
  | { readonly type: 'condition'; readonly vocabulary: Vocabulary }
  /** Any value with expressions in it; `textOnly` where it has to be written as text. */
  | { readonly type: 'template'; readonly vocabulary: Vocabulary; readonly textOnly?: true }
  | { readonly type: 'list'; readonly items: Shape; readonly minItems?: number; readonly maxItems?: number }
  | { readonly type: 'map'; readonly keys: Pattern; readonly values: Shape; readonly minSize?: number }
  /** `nullable` where the key alone, with nothing after it, is enough. */
  | {
      readonly type: 'record'
      readonly fields: Readonly<Record<string, Field>>
      readonly minSize?: number
      readonly nullable?: true
    }

type Fields = Readonly<Record<string, Field>>
type RequiredName<F extends Fields> = { [K in keyof F]: F[K] extends { required: true } ? K : never }[keyof F]

/** A list of entries and not an object, because objects put number-like keys first. */
export type Entries<T> = readonly { readonly key: string; readonly value: T }[]

/** What a correct file holds at a place of this shape. */
export type Read<S extends Shape> = S extends { type: 'word' | 'text' | 'regex' }
  ? string
  : S extends { type: 'choice'; options: readonly (infer Option)[] }
    ? Option
    : S extends { type: 'integer' }
      ? number
      : S extends { type: 'boolean' }
        ? boolean
        : S extends { type: 'value' }
          ? Value
          : S extends { type: 'condition' }
            ? Expression
            : S extends { type: 'template' }
              ? Template
              : S extends { type: 'list'; items: infer Items extends Shape }
                ? readonly Read<Items>[]
                : S extends { type: 'map'; values: infer Values extends Shape }
                  ? Entries<Read<Values>>
                  : S extends { type: 'record'; fields: infer F extends Fields }
                    ? { readonly [K in RequiredName<F>]: Read<F[K]['shape']> } & {
                        readonly [K in Exclude<keyof F, RequiredName<F>>]?: Read<F[K]['shape']>
                      }
                    : never

/** The same where some of it may be missing, because what stood there was wrong. */
export type Draft<T> = T extends Expression | Template | string | number | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? readonly (Draft<Item> | undefined)[]
    : { readonly [K in keyof T]?: Draft<T[K]> | undefined }
