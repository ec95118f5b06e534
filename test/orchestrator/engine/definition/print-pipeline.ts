import { stringify } from 'yaml'

import type {
  JobDefinition,
  PipelineDefinition,
  StepDefinition,
} from '../../../../src/orchestrator/engine/definition/definition.ts'
import type { Template } from '../../../../src/orchestrator/engine/expressions/template.ts'
import { printExpression } from '../expressions/print-expression.ts'

const printTemplate = (template: Template): unknown => {
  switch (template.kind) {
    case 'literal':
      return template.value
    case 'expression':
      return `\${{ ${printExpression(template.expression)} }}`
    case 'text':
      return template.parts
        .map((part) => (typeof part === 'string' ? part : `\${{ ${printExpression(part)} }}`))
        .join('')
    case 'list':
      return template.items.map(printTemplate)
    case 'map':
      return Object.fromEntries(template.entries.map(([key, value]) => [key, printTemplate(value)]))
  }
}

const printTemplates = (templates: Readonly<Record<string, Template>>) =>
  Object.fromEntries(Object.entries(templates).map(([key, value]) => [key, printTemplate(value)]))

const printStep = (step: StepDefinition) => ({
  id: step.id,
  name: step.name,
  uses: `actions/humanitec/${step.uses.action}@${step.uses.version}`,
  with: printTemplates(step.with),
  if: printExpression(step.if),
  'continue-on-error': step.continueOnError,
  'timeout-minutes': step.timeoutMinutes,
})

const printJob = (job: JobDefinition) => ({
  name: job.name,
  needs: job.needs,
  if: printExpression(job.if),
  outputs: printTemplates(job.outputs),
  'timeout-minutes': job.timeoutMinutes,
  'continue-on-error': job.continueOnError,
  steps: job.steps.map(printStep),
})

const printTriggers = ({ deploymentRequest, pipelineCall, artefact }: PipelineDefinition['on']) => ({
  deployment_request: deploymentRequest ? {} : undefined,
  pipeline_call: pipelineCall,
  artefact: artefact && {
    type: artefact.type,
    include: artefact.include,
    exclude: artefact.exclude,
    'match-ref': artefact.matchRef,
    batch: artefact.batchMinutes === undefined ? undefined : { 'wait-minutes': artefact.batchMinutes },
  },
})

/** A definition as a file that says the same, every default written out. */
export const printPipeline = (definition: PipelineDefinition): string => {
  const { id, name, metadata, on, timeoutMinutes, concurrency, permissions, jobs } = definition
  return stringify(
    {
      id,
      name,
      metadata,
      on: printTriggers(on),
      'timeout-minutes': timeoutMinutes,
      concurrency: concurrency && { group: printTemplate(concurrency.group) },
      permissions:
        typeof permissions === 'object'
          ? { application: permissions.application, 'env-types': permissions.environmentTypes }
          : undefined,
      'run-as': permissions === 'inherit' ? 'inherit' : undefined,
      // A list of entries keeps the order of keys that look like numbers.
      jobs: new Map(jobs.map((job) => [job.id, printJob(job)])),
    },
    { aliasDuplicateObjects: false },
  )
}
