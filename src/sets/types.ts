export type Json = null | boolean | number | string | Json[] | JsonObject

export interface JsonObject {
  [key: string]: Json
}

/** A workload as a set holds it: profile, spec, externals, deploy. Placeholders stay text. */
export type Module = JsonObject

export interface DeploymentSet {
  readonly modules: Readonly<Record<string, Module>>
  readonly shared: Readonly<Record<string, Json>>
}

export interface UpdateAction {
  readonly op: 'add' | 'remove' | 'replace'
  /** RFC 6901, relative to the module or to the set's `shared`. */
  readonly path: string
  readonly value?: Json
}

export interface Delta {
  readonly modules: {
    /** A `null` module adds nothing: it only takes its id out of `remove`. */
    readonly add: Readonly<Record<string, Module | null>>
    readonly remove: readonly string[]
    readonly update: Readonly<Record<string, readonly UpdateAction[]>>
  }
  readonly shared: readonly UpdateAction[]
}
