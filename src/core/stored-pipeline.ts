import { hasStatus, isUnknownEffect, requireBody } from '../client/index.ts'
import type { Pipeline } from '../contract/types.ts'
import type { ApplicationApi } from './application.ts'
import type { NamedPipeline } from './pipeline-file.ts'
import { createPolls } from './poll.ts'

const pipelinesPath = '/orgs/{orgId}/apps/{appId}/pipelines'
const pipelinePath = `${pipelinesPath}/{pipelineId}` as const
const schemaPath = `${pipelinePath}/schema` as const
const versionsPath = `${pipelinePath}/versions` as const

const yamlType = 'application/x.humanitec-pipelines-v1.0+yaml'

/** A pipeline as the server has it. */
export interface StoredPipeline {
  readonly version: string
  /** Fit for `If-Match`. */
  readonly etag: string
  readonly text: string
}

/** Undefined when there is none of this id. */
export const getPipeline = async (
  { client, orgId, appId }: ApplicationApi,
  pipelineId: string,
): Promise<StoredPipeline | undefined> => {
  const path = { orgId, appId, pipelineId }
  try {
    const { body, etag = body.etag } = await client.get(pipelinePath, { path })
    // Of that very version: the pipeline may change in between.
    const options = { path, query: { version: body.version }, headers: { Accept: yamlType } }
    const text: unknown = (await client.get(schemaPath, options)).body
    return { version: body.version, etag, text: typeof text === 'string' ? text : JSON.stringify(text) }
  } catch (error) {
    if (hasStatus(error, 404)) return undefined
    throw error
  }
}

const normalised = (text: string) => text.replace(/\r\n?/g, '\n').replace(/(?<!\n)\n+$/, '')

/** Whether two texts are the same pipeline: the kind of their line ends is git's affair, as is how many end the file. */
export const isSameText = (one: string, other: string): boolean => normalised(one) === normalised(other)

/** Sends the text. With `dryRun` the server only says whether it would take it. */
export const sendPipeline = async (
  { client, orgId, appId }: ApplicationApi,
  { id: pipelineId, text }: NamedPipeline,
  { seen, dryRun }: { seen: StoredPipeline | undefined; dryRun: boolean },
): Promise<Pipeline | undefined> => {
  const trial = dryRun ? { query: { dry_run: true }, changesNothing: true } : {}
  const content = { body: text, contentType: 'application/x-yaml', ...trial } as const
  const answer = seen
    ? await client.patch(pipelinePath, {
        ...content,
        path: { orgId, appId, pipelineId },
        headers: { 'If-Match': seen.etag },
      })
    : await client.post(pipelinesPath, { ...content, path: { orgId, appId } })
  return dryRun ? undefined : requireBody(answer)
}

/** Who made the newest version, and when, as far as the server tells: ` by jane at …`. */
const describeAuthor = async ({ client, orgId, appId }: ApplicationApi, pipelineId: string): Promise<string> => {
  try {
    for await (const version of client.pages(versionsPath, { path: { orgId, appId, pipelineId } })) {
      return ` by '${version.created_by}' at ${version.created_at}`
    }
  } catch {
    // What is known without it is enough.
  }
  return ''
}

export type Written =
  | { readonly kind: 'written'; readonly version: string }
  /** Somebody else got there first, with another text. */
  | { readonly kind: 'conflict'; readonly message: string }

/** The first, and those after it that follow on lost answers. */
const attempts = 4

/**
 * Creates or updates a pipeline, provided that it is still as it was `seen`. No answer can be lost for good: the text
 * that is there afterwards tells what has happened, and the same write once more does nothing that the first has not,
 * since either the id or the ETag is taken by then.
 */
export const writePipeline = async (
  api: ApplicationApi,
  pipeline: NamedPipeline,
  before: StoredPipeline | undefined,
): Promise<Written> => {
  const { id, text } = pipeline
  const polls = createPolls(api)
  let seen = before
  /** How an attempt went whose effect is not known: no later refusal makes good for it. */
  let lost: unknown
  for (let left = attempts; ; left -= 1) {
    try {
      const stored = await sendPipeline(api, pipeline, { seen, dryRun: false })
      return { kind: 'written', version: stored?.version ?? '' }
    } catch (error) {
      const isTaken = hasStatus(error, seen ? 412 : 409)
      if (isUnknownEffect(error)) lost = error
      else if (!isTaken) throw lost ?? error
      if (api.signal?.aborted) throw error
      const now = await getPipeline(api, id).catch((cause: unknown) => {
        throw lost ?? cause
      })
      if (now && isSameText(now.text, text)) return { kind: 'written', version: now.version }
      if (now?.text !== seen?.text) {
        const what = now ? `was changed${await describeAuthor(api, id)}` : 'was deleted'
        const own = lost ? 'may have been changed by this step before that' : 'was left as it is'
        return { kind: 'conflict', message: `Pipeline '${id}' ${what} after it was read, and ${own}` }
      }
      if (left <= 1 || !(await polls.next())) throw lost ?? error
      seen = now
    }
  }
}
