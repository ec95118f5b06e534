import { artefactReference, registerArtefacts, type Registration } from '../../core/register-artefact.ts'
import { firstOf } from '../../first-of.ts'
import { sourceOf } from '../../policy/source.ts'
import { registrationSummary } from '../../report/register.ts'
import type { Runner } from '../../runner/runner.ts'
import { sentence } from '../../text/sentence.ts'
import { connectOrganization } from '../connection.ts'
import { FailedStep, type Step } from '../step.ts'
import { readInputs } from './inputs.ts'

/** GitHub shows ten annotations of a step, of which the last tells how the step failed. */
const mostAnnotations = 9

type Failure = Extract<Registration, { kind: 'failed' | 'unknown' }>
const isFailure = (registration: Registration): registration is Failure =>
  registration.kind === 'failed' || registration.kind === 'unknown'

const describeFailure = ({ image, message }: Failure) => `${artefactReference(image)}: ${sentence(message)}`

const versionOf = (registration: Registration | undefined) =>
  registration !== undefined && 'version' in registration ? registration.version : undefined

const tell = (runner: Runner, registration: Registration) => {
  const { image, kind } = registration
  const reference = artefactReference(image)
  switch (kind) {
    case 'created':
      return runner.info(`${reference}: registered as ${registration.version.id}`)
    case 'found': {
      const { id, ref, archived } = registration.version
      if (archived) runner.warning(`${reference} is registered already, but archived. It stays so.`)
      return runner.info(`${reference}: registered already as ${id}${ref ? `, from ${ref}` : ''}`)
    }
    case 'valid':
      return runner.info(`${reference}: would be registered`)
    case 'failed':
    case 'unknown':
      // Annotations are in the log as well.
      return
  }
}

/** One item of the output `result`. */
const toItem = (registration: Registration) => {
  const { image, kind } = registration
  const version = versionOf(registration)
  return {
    reference: artefactReference(image),
    name: image.name,
    version: image.version ?? '',
    digest: image.digest ?? '',
    'artefact-id': version?.artefact_id ?? '',
    'artefact-version-id': version?.id ?? '',
    created: kind === 'created',
    ...(version?.archived ? { archived: true } : {}),
    ...(isFailure(registration) ? { error: registration.message } : {}),
  }
}

const setOutputs = (runner: Runner, registrations: readonly Registration[]) => {
  const items = registrations.map(toItem)
  const [first] = items
  runner.setOutput('artefact-version-id', first?.['artefact-version-id'] ?? '')
  runner.setOutput('artefact-id', first?.['artefact-id'] ?? '')
  runner.setOutput('reference', first?.reference ?? '')
  runner.setOutput('created', first?.created ?? false)
  runner.setCutOutput('result', items)
  runner.setOutput('result-file', runner.writeTempFile('registered-artefacts.json', JSON.stringify(items)))
}

const finish = (runner: Runner, registrations: readonly Registration[]) => {
  const failures = registrations.filter(isFailure)
  const [only] = failures
  if (only === undefined) return
  if (registrations.length === 1) throw new FailedStep(describeFailure(only))
  for (const failure of failures.slice(0, mostAnnotations)) {
    runner.error(describeFailure(failure), { title: 'Artefact not registered' })
  }
  for (const failure of failures.slice(mostAnnotations)) runner.info(describeFailure(failure))
  const references = failures.map(({ image }) => artefactReference(image))
  const count = `${failures.length} of ${registrations.length}`
  throw new FailedStep(`${count} images were not registered: ${firstOf(references, mostAnnotations)}.`)
}

/** Registers images as artefact versions: those that are registered already are found and left as they are. */
export const main = async (step: Step): Promise<void> => {
  const { runner } = step
  const { connection, images, targetsWithoutImage, ruleCheck, summary, ...options } = await readInputs(
    runner.inputs,
    sourceOf(runner.context, runner.readEvent()),
  )
  if (targetsWithoutImage.length > 0) {
    runner.info(`No image came from ${targetsWithoutImage.join(', ')}: nothing to register for it.`)
  }
  const api = connectOrganization(step, connection)
  if (ruleCheck) {
    // With what it takes to match regular expressions: most steps name no environment.
    const { checkRules } = await import('./rules.ts')
    await checkRules(runner, { ...api, appId: ruleCheck.appId }, ruleCheck, { images, ...options })
  }
  const registrations = await registerArtefacts(api, images, {
    ...options,
    onEnd: (registration) => tell(runner, registration),
  })
  setOutputs(runner, registrations)
  if (summary) runner.summary(registrationSummary(registrations, options))
  finish(runner, registrations)
}
