import { readFile, writeFile } from 'node:fs/promises'
import { parseArguments, USAGE, type Arguments } from './arguments.ts'
import { isMap, type Json } from './model.ts'
import { errorMessage, UsageError, WorkflowError } from './problem.ts'
import { formatResult } from './report.ts'
import { runWorkflow } from './run.ts'
import { listenForSignals } from './signals.ts'

const write = (text: string) => void process.stdout.write(text)

const readEvent = async (file: string): Promise<Record<string, Json>> => {
  try {
    const payload = JSON.parse(await readFile(file, 'utf8')) as Json
    if (isMap(payload)) return payload
  } catch (error) {
    throw new UsageError(`--event ${file}: ${errorMessage(error)}`, { cause: error })
  }
  throw new UsageError(`--event ${file}: expected a JSON object`)
}

const run = async ({ eventName, eventFile, summary, json, ...options }: Arguments): Promise<number> => {
  const payload = eventFile === undefined ? undefined : await readEvent(eventFile)
  const colour = process.stdout.isTTY && process.env['NO_COLOR'] === undefined
  const result = await runWorkflow({ ...options, ...listenForSignals(write), event: eventName, payload, colour, write })
  write(formatResult(result))
  if (summary !== undefined) await writeFile(summary, `${result.summary}\n`)
  if (json !== undefined) await writeFile(json, `${JSON.stringify(result, undefined, 2)}\n`)
  return result.conclusion === 'success' ? 0 : 1
}

try {
  const parsed = parseArguments(process.argv.slice(2), process.env)
  if (parsed.help) write(`${USAGE}\n`)
  else process.exitCode = await run(parsed)
} catch (error) {
  if (!(error instanceof UsageError || error instanceof WorkflowError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
