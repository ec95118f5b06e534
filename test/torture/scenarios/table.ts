import type { Scenario } from '../stage.ts'
import { createDeltaScenario, registerScenario, releaseScenario } from './artefacts.ts'
import { approveScenario, deployScenario, runPipelineScenario, waitScenario } from './deployments.ts'
import { deleteScenario, ensureScenario, previewScenario, sweepScenario } from './environments.ts'
import { applyScenario } from './pipelines.ts'
import { reportScenario } from './report.ts'

/** Every action with an effect, and both flows. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  'register-artefact': registerScenario,
  'create-delta': createDeltaScenario,
  deploy: deployScenario,
  'wait-for-run': waitScenario,
  approve: approveScenario,
  'environment ensure': ensureScenario,
  'environment delete': deleteScenario,
  'environment sweep': sweepScenario,
  report: reportScenario,
  'run-pipeline': runPipelineScenario,
  'apply-pipeline': applyScenario,
  'the release flow': releaseScenario,
  'the preview flow': previewScenario,
}
