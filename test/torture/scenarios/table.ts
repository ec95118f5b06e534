import type { Scenario } from '../stage.ts'
import { apiReadScenario, apiWriteScenario } from './api.ts'
import { approveScenario, gatedApproveScenario } from './approvals.ts'
import { createDeltaScenario, registerForEnvScenario, registerScenario } from './artefacts.ts'
import { deployKilledScenario, deployScenario, rollbackOnFailureScenario, waitScenario } from './deployments.ts'
import { deleteScenario, ensureScenario, rebaseScenario, sweepScenario } from './environments.ts'
import { previewScenario, promoteScenario, releaseScenario, rollbackScenario } from './flows.ts'
import { applyScenario, runPipelineKilledScenario, runPipelineScenario } from './pipelines.ts'
import { reportScenario } from './report.ts'

export type Group = Readonly<Record<string, Scenario>>

const deployments: Group = {
  deploy: deployScenario,
  'deploy, rollback-on-failure': rollbackOnFailureScenario,
  'deploy, killed': deployKilledScenario,
  'wait-for-run': waitScenario,
}

const artefacts: Group = {
  'register-artefact': registerScenario,
  'register-artefact, for-env': registerForEnvScenario,
  'create-delta': createDeltaScenario,
  'api, a write': apiWriteScenario,
  'api, a read': apiReadScenario,
}

const environments: Group = {
  'environment, ensure': ensureScenario,
  'environment, rebase': rebaseScenario,
  'environment, delete': deleteScenario,
  'environment, sweep': sweepScenario,
  report: reportScenario,
}

const pipelines: Group = {
  'run-pipeline': runPipelineScenario,
  'run-pipeline, killed': runPipelineKilledScenario,
  'apply-pipeline': applyScenario,
  approve: approveScenario,
  'approve, gated': gatedApproveScenario,
}

const releases: Group = {
  'the release flow': releaseScenario,
  'the promote flow': promoteScenario,
  'the rollback flow': rollbackScenario,
}

const previews: Group = {
  'the preview flow': previewScenario,
}

/**
 * Every action that asks anything of an API, and every flow; each group is played beside the others. `preview-gate`
 * decides by the event alone, and is part of the preview flow; `orchestrator` starts a process and calls no API.
 */
export const groups = { deployments, artefacts, environments, pipelines, releases, previews }
