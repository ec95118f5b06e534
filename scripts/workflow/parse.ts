import { workflowProblems } from './github-parser.ts'
import {
  asList,
  asMap,
  asText,
  type ActionLoader,
  type Job,
  type Json,
  type RunDefaults,
  type TemplateMap,
  type Workflow,
} from './model.ts'
import { WorkflowError, type Problem } from './problem.ts'
import { parseSource, type Source } from './source.ts'
import { parseSteps, shellProblem } from './steps.ts'

/**
 * Reads a workflow file with everything it uses. Throws {@link WorkflowError} with all the reasons it cannot run here.
 * GitHub's parser judges the file; what is run comes from the YAML itself, since the parser's model leaves parts out.
 */
export const parseWorkflowFile = async (file: string, text: string, load: ActionLoader): Promise<Workflow> => {
  const source = parseSource(file, text)
  const problems = await workflowProblems(file, text)
  if (problems.length > 0) throw new WorkflowError(problems)
  const root = asMap(source.value)
  const jobs: Job[] = []
  const found: Problem[] = [...unsupportedInsert(source)]
  for (const id of Object.keys(asMap(root['jobs']))) {
    try {
      jobs.push(await parseJob(source, id, load))
    } catch (error) {
      if (!(error instanceof WorkflowError)) throw error
      found.push(...error.problems)
    }
  }
  if (found.length > 0) throw new WorkflowError(found)
  return {
    file,
    name: typeof root['name'] === 'string' ? root['name'] : file,
    triggers: parseTriggers(root['on'] ?? null),
    env: asMap(root['env']),
    defaults: parseDefaults(source, ['defaults']),
    jobs: inOrder(jobs),
    ignored: ignoredKeys(source),
  }
}

const parseTriggers = (on: Json): TemplateMap =>
  typeof on === 'string' || Array.isArray(on)
    ? Object.fromEntries(asList(on).map((name) => [asText(name), null]))
    : asMap(on)

/** Keys of jobs that GitHub's schema knows and this runner cannot do. */
const UNSUPPORTED_JOB_KEYS: Readonly<Record<string, string>> = {
  uses: 'reusable workflows are not supported here',
  services: 'service containers are not supported here',
  container: 'job containers are not supported here',
  snapshot: 'runner images are not supported here',
}

const parseJob = async (source: Source, id: string, load: ActionLoader): Promise<Job> => {
  const path = ['jobs', id]
  const value = asMap(asMap(asMap(source.value)['jobs'])[id])
  const problems = Object.entries(UNSUPPORTED_JOB_KEYS)
    .filter(([key]) => Object.hasOwn(value, key))
    .map(([key, reason]) => ({ at: source.atKey([...path, key]), message: `jobs.${id}.${key}: ${reason}` }))
  if (problems.length > 0) throw new WorkflowError(problems)
  const strategy = asMap(value['strategy'])
  return {
    at: source.atKey(path),
    id,
    name: value['name'],
    needs: asList(value['needs']).map(asText),
    if: value['if'],
    env: asMap(value['env']),
    outputs: asMap(value['outputs']),
    defaults: parseDefaults(source, [...path, 'defaults']),
    matrix: strategy['matrix'],
    failFast: strategy['fail-fast'],
    continueOnError: value['continue-on-error'],
    steps: await parseSteps({ source, load, within: [] }, [...path, 'steps']),
  }
}

const parseDefaults = (source: Source, path: readonly string[]): RunDefaults => {
  const defaults = path.reduce<Json>((value, key) => asMap(value)[key] ?? null, source.value)
  const run = asMap(asMap(defaults)['run'])
  const problem = shellProblem(run['shell'])
  if (problem) throw new WorkflowError([{ at: source.at([...path, 'run', 'shell']), message: problem }])
  return { shell: run['shell'], workingDirectory: run['working-directory'] }
}

/** GitHub lets `${{ insert }}` merge a map into another; nothing here reads maps that way. */
const unsupportedInsert = (source: Source): Problem[] => {
  const visit = (value: Json, path: (string | number)[]): Problem[] => {
    if (Array.isArray(value)) return value.flatMap((item, index) => visit(item, [...path, index]))
    return Object.entries(asMap(value)).flatMap(([key, item]) => {
      const here = [...path, key]
      if (!/^\$\{\{\s*insert\s*\}\}$/.test(key)) return visit(item, here)
      return [{ at: source.atKey(here), message: '${{ insert }} is not supported here' }]
    })
  }
  return visit(source.value, [])
}

/** GitHub's parser has already refused unknown and circular needs. */
const inOrder = (jobs: readonly Job[]): Job[] => {
  const ordered: Job[] = []
  const place = (job: Job) => {
    if (ordered.includes(job)) return
    for (const need of job.needs) {
      const needed = jobs.find(({ id }) => id.toLowerCase() === need.toLowerCase())
      if (needed) place(needed)
    }
    ordered.push(job)
  }
  for (const job of jobs) place(job)
  return ordered
}

const IGNORED_WORKFLOW_KEYS = ['permissions', 'concurrency', 'run-name']
const IGNORED_JOB_KEYS = ['permissions', 'concurrency', 'environment', 'timeout-minutes', 'runs-on']

const ignoredKeys = (source: Source) => {
  const present = (keys: readonly string[], ...path: string[]) => {
    const value = path.reduce<Json>((value, key) => asMap(value)[key] ?? null, source.value)
    return keys
      .filter((key) => Object.hasOwn(asMap(value), key))
      .map((key) => ({ at: source.atKey(path.concat(key)), what: path.concat(key).join('.') }))
  }
  return [
    ...present(IGNORED_WORKFLOW_KEYS),
    ...Object.keys(asMap(asMap(source.value)['jobs'])).flatMap((id) =>
      present(IGNORED_JOB_KEYS, 'jobs', id).concat(present(['max-parallel'], 'jobs', id, 'strategy')),
    ),
  ]
}
