import { setKey } from '../../sets/json.ts'
import type { Json, JsonObject } from '../../sets/types.ts'
import { escapePlaceholders, type Placeholders } from './placeholders.ts'
import type { Mounts, Score, ScoreContainer, ScoreFile, ScoreProbe, ScoreVolume } from './types.ts'

interface Context {
  readonly placeholders: Placeholders
  readonly onProblem: (path: string, message: string) => void
}

/** What is absent is left out. */
const present = (fields: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter((field): field is [string, Json] => field[1] !== undefined))

/** By target, in both of Score's forms; `path` is that of the list or mapping. */
const byTarget = <T extends object>(
  mounts: Mounts<T> | undefined,
  short: (text: string) => T,
  { path, onProblem, convert }: { path: string; convert(mount: T, path: string): Json } & Pick<Context, 'onProblem'>,
): JsonObject | undefined => {
  if (mounts === undefined) return undefined
  const entries = Array.isArray(mounts)
    ? (mounts as readonly (T & { target: string })[]).map((mount, index) => [mount.target, mount, index] as const)
    : Object.entries(mounts as Readonly<Record<string, T | string>>).map(
        ([target, mount]) => [target, typeof mount === 'string' ? short(mount) : mount, target] as const,
      )
  const result: JsonObject = {}
  for (const [target, mount, key] of entries) {
    const at = `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (Object.hasOwn(result, target)) onProblem(at, `mounts to '${target}', as another one does`)
    setKey(result, target, convert(mount, at))
  }
  return entries.length === 0 ? undefined : result
}

const convertFile = (file: ScoreFile, path: string, { placeholders, onProblem }: Context): Json => {
  const { mode, content, noExpand = false } = file
  if (content === undefined) {
    // Whoever sends the specification can read the file; nobody else can.
    const problem =
      file.source === undefined
        ? file.binaryContent === undefined
          ? 'needs its content'
          : 'has binaryContent, which workloads have no place for: give content'
        : `has the source '${file.source}', which is not on this side: send its content`
    onProblem(path, problem)
  }
  const text = typeof content === 'string' ? content : (content ?? []).join('\n')
  const value = noExpand ? escapePlaceholders(text) : placeholders.inText(text, path)
  return present({ mode, value })
}

const convertVolume = (
  { source, path: subPath = '', readOnly = false }: ScoreVolume,
  path: string,
  { placeholders }: Context,
): Json => ({
  id: placeholders.inText(source, `${path}/source`),
  sub_path: subPath,
  read_only: readOnly,
})

/** Score prefers the command where a probe has both. */
const convertProbe = (probe: ScoreProbe | undefined): Json | undefined => {
  if (probe?.exec) return { type: 'command', command: probe.exec.command }
  if (!probe?.httpGet) return undefined
  const { path, port, host, scheme, httpHeaders = [] } = probe.httpGet
  const headers =
    httpHeaders.length > 0 ? Object.fromEntries(httpHeaders.map(({ name, value }) => [name, value])) : undefined
  return present({ type: 'http', path, port, host, scheme, headers })
}

/** An empty list or mapping says as little as none. */
const filled = <T extends object>(value: T | undefined): T | undefined =>
  value !== undefined && Object.keys(value).length > 0 ? value : undefined

export const convertContainer = (name: string, container: ScoreContainer, context: Context): JsonObject => {
  const { placeholders, onProblem } = context
  const path = `/containers/${name}`
  if (container.before !== undefined) onProblem(`${path}/before`, 'is not supported: containers start together')
  const variables = Object.entries(container.variables ?? {}).map(
    ([key, value]) => [key, placeholders.inText(value, `${path}/variables/${key}`)] as const,
  )
  return present({
    id: name,
    image: container.image,
    command: filled(container.command),
    args: filled(container.args),
    variables: filled(Object.fromEntries(variables)),
    resources: filled(container.resources),
    liveness_probe: convertProbe(container.livenessProbe),
    readiness_probe: convertProbe(container.readinessProbe),
    files: byTarget(container.files, (content): ScoreFile => ({ content }), {
      path: `${path}/files`,
      onProblem,
      convert: (file, at) => convertFile(file, at, context),
    }),
    volume_mounts: byTarget(container.volumes, (source): ScoreVolume => ({ source }), {
      path: `${path}/volumes`,
      onProblem,
      convert: (volume, at) => convertVolume(volume, at, context),
    }),
  })
}

/** Undefined for a workload that serves nothing. */
export const convertService = ({ service }: Score): JsonObject | undefined => {
  const ports = Object.entries(service?.ports ?? {}).map(([name, { port, protocol = 'TCP', targetPort = port }]) => [
    name,
    { protocol, service_port: port, container_port: targetPort },
  ])
  return ports.length === 0 ? undefined : { ports: Object.fromEntries(ports) as JsonObject }
}
