import type { JsonObject } from '../../sets/types.ts'

/** A part of a specification that is not as it must be. */
export interface ScoreProblem {
  /** JSON pointer into the specification as it is after its overrides. */
  readonly path: string
  readonly message: string
}

export interface ScoreFile {
  readonly mode?: string
  /** A path on the machine where the specification lies. */
  readonly source?: string
  /** A list is joined with line breaks, as older files have it. */
  readonly content?: string | readonly string[]
  readonly binaryContent?: string
  readonly noExpand?: boolean
}

export interface ScoreVolume {
  readonly source: string
  readonly path?: string
  readonly readOnly?: boolean
}

/** Both forms that files and volumes are written in. */
export type Mounts<T> = readonly (T & { readonly target: string })[] | Readonly<Record<string, T | string>>

export interface ScoreProbe {
  readonly httpGet?: {
    readonly host?: string
    readonly scheme?: string
    readonly path: string
    readonly port: number
    readonly httpHeaders?: readonly { readonly name: string; readonly value: string }[]
  }
  readonly exec?: { readonly command: string[] }
}

export interface ScoreContainer {
  readonly image: string
  readonly command?: string[]
  readonly args?: string[]
  readonly variables?: Readonly<Record<string, string>>
  readonly files?: Mounts<ScoreFile>
  readonly volumes?: Mounts<ScoreVolume>
  readonly before?: JsonObject
  readonly resources?: JsonObject
  readonly livenessProbe?: ScoreProbe
  readonly readinessProbe?: ScoreProbe
}

export interface ScoreResource {
  readonly type: string
  readonly class?: string
  readonly id?: string
  readonly metadata?: { readonly annotations?: Readonly<Record<string, string>> }
  readonly params?: JsonObject
}

/** What has passed the schema. */
export interface Score {
  readonly metadata: JsonObject & { readonly name: string; readonly annotations?: JsonObject }
  readonly service?: {
    readonly ports?: Readonly<
      Record<string, { readonly port: number; readonly protocol?: string; readonly targetPort?: number }>
    >
  }
  readonly containers: Readonly<Record<string, ScoreContainer>>
  readonly resources?: Readonly<Record<string, ScoreResource>>
}

/** Where a resource of a specification is in a set. */
export interface ResourcePlace {
  /** What stands for the resource itself, such as `externals.db`. */
  readonly reference: string
  /** What its properties begin with. */
  readonly properties: string
  /** Absent for what no workload brings along: another workload, a value, another workload's resource. */
  readonly declared?: { readonly scope: 'externals' | 'shared'; readonly key: string; readonly id?: string }
}
