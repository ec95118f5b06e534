import type { Approval, Deployment, Job, Run, Step } from '../../src/contract/types.ts'
import type { RunResult } from '../../src/core/await-run.ts'
import type { Review } from '../../src/core/review-run.ts'
import { type GivenStatus, standingOf } from '../../src/report/outcome.ts'
import type { PlanReport } from '../../src/report/plan.ts'
import type { EnvironmentReport } from '../../src/report/report.ts'

const at = (second: number) => new Date(Date.UTC(2026, 0, 5, 12, 0, second)).toISOString()
const now = Date.parse(at(300))

type GivenStep = [name: string, status: string, from: number, to?: number]

const aStep = ([name, status, from, to]: GivenStep, index: number) =>
  ({
    index,
    name,
    status,
    status_message: '',
    created_at: at(from),
    ...(to === undefined ? {} : { completed_at: at(to) }),
  }) as Step

/** A job that ends with its last step. All carry the time at which the run was created. */
export const aJob = (id: string, status: string, ...steps: GivenStep[]): Job => {
  const end = steps.at(-1)?.[3]
  const ended = end === undefined ? {} : { completed_at: at(end) }
  return { id, name: '', status, status_message: '', created_at: at(0), ...ended, steps: steps.map(aStep) } as Job
}

const run = { id: '0f8fad5bd9cb469f', pipeline_id: 'release', status: 'succeeded', created_at: at(0) } as Run
const deployment = { id: '18f3a7c2d5e6b904', env_id: 'production', set_id: 'pGzLOJ3w0y1m8uVb' } as Deployment

const approval = (status: Approval['status'], approved_by?: string) =>
  ({ id: 'a-1', env_id: 'production', message: 'Ship to production?', status, approved_by }) as Approval

const verify = aJob(
  'verify',
  'succeeded',
  ['Run the checks', 'succeeded', 0, 48],
  ['Ask for an approval', 'succeeded', 48, 110],
)
const deploy = aJob('deploy', 'succeeded', ['Create set', 'succeeded', 110, 113], ['Deploy set', 'succeeded', 113, 171])

const succeeded: RunResult = {
  status: 'succeeded',
  reason: 'Deployment succeeded',
  envId: 'production',
  run: { ...run, completed_at: at(171) },
  jobs: [verify, deploy],
  approvals: [],
  deployment,
  problems: [],
  current: true,
  hosts: { web: 'shop.example.com' },
}

export const plan: PlanReport = {
  deltaId: '9b8a6f1c2d3e4f5061728394a5b6c7d8e9f00112',
  plan: {
    env: 'production',
    base: { deployment: '18f3a7c2d5e6b900', set: 'set-before' },
    current: { deployment: '18f3a7c2d5e6b900', set: 'set-before' },
    target: { set: 'pGzLOJ3w0y1m8uVb' },
    empty: false,
    changes: [
      {
        scope: 'module',
        module: 'web',
        path: '/spec/containers/main/image',
        kind: 'changed',
        before: 'registry.example.com/web:1.4.0',
        after: 'registry.example.com/web:1.5.0',
      },
      {
        scope: 'module',
        module: 'web',
        path: '/spec/containers/main/variables/DB_PASSWORD',
        kind: 'added',
        after: 'hunter2',
      },
      {
        scope: 'module',
        module: 'worker',
        path: '',
        kind: 'added',
        after: { spec: { containers: { main: { image: 'registry.example.com/worker:1.5.0' } } } },
      },
    ],
  },
}

const withReview = (change: Partial<RunResult>, more: Partial<Review> = {}): Review => ({
  result: { ...succeeded, ...change },
  decisions: [approval('approved', 'jane@example.com')],
  tails: [],
  ...more,
})

interface Scenario {
  readonly given?: GivenStatus
  readonly review?: Review
  readonly plan?: PlanReport
  readonly environmentUrl?: string
}

export const aReport = ({ given, review, plan: shown, environmentUrl }: Scenario): EnvironmentReport => ({
  env: 'production',
  app: 'shop',
  review,
  plan: shown,
  environmentUrl,
  standing: standingOf(given, { review, plan: shown }),
  url: review?.result.deployment ? 'https://app.humanitec.io/orgs/acme/apps/shop/envs/production/deploys/18f3' : '',
  workflowUrl: 'https://github.com/acme/shop/actions/runs/77/attempts/1',
  commit: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
  now,
})

const { deployment: _, ...undeployed } = succeeded
const cancelledDeploy = aJob(
  'deploy',
  'cancelled',
  ['Create set', 'succeeded', 110, 113],
  ['Deploy set', 'cancelled', 113, 125],
)
const deniedVerify = aJob(
  'verify',
  'failed',
  ['Run the checks', 'succeeded', 0, 48],
  ['Ask for an approval', 'failed', 48, 110],
)

/** What people get to see, by how it went. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  success: { given: 'succeeded', plan, review: withReview({}), environmentUrl: 'https://shop.example.com/' },
  'plan-only': { plan },
  'failure-in-the-cluster': {
    given: 'failed',
    plan,
    review: withReview(
      {
        status: 'failed',
        reason: "Run '0f8fad5bd9cb469f' failed: Job 'deploy' failed",
        hosts: {},
        jobs: [
          verify,
          aJob('deploy', 'failed', ['Create set', 'succeeded', 110, 113], ['Deploy set', 'failed', 113, 171]),
        ],
        problems: [
          {
            scope: 'workload',
            object: 'web',
            code: 'CLD-001',
            summary: "Workload 'web' did not start",
            message: 'Back-off pulling image "registry.example.com/web:1.5.0"\nnot found',
          },
        ],
      },
      {
        tails: [
          {
            jobId: 'deploy',
            step: 'Deploy set',
            left: 14,
            lines: [
              { at: at(115), level: 'info', message: 'worker is up (1 of 2)' },
              { at: at(170), level: 'error', message: 'web did not start' },
              { at: at(171), level: 'error', message: 'Deployment 18f3a7c2d5e6b904 failed' },
            ],
          },
        ],
      },
    ),
  },
  'denied-approval': {
    given: 'failed',
    plan,
    review: {
      result: {
        ...undeployed,
        status: 'failed',
        reason: "Run '0f8fad5bd9cb469f' failed: Denied by jane@example.com",
        run: { ...run, completed_at: at(110) },
        hosts: {},
        jobs: [deniedVerify],
        problems: [
          {
            scope: 'step',
            object: 'verify / Ask for an approval',
            code: '',
            summary: 'verify / Ask for an approval failed',
            message: 'Denied by jane@example.com',
          },
        ],
      },
      decisions: [approval('denied', 'jane@example.com')],
      tails: [],
    },
  },
  timeout: {
    given: 'timed-out',
    plan,
    review: {
      result: {
        ...undeployed,
        status: 'timed-out',
        reason:
          "Run '0f8fad5bd9cb469f' did not end in the time given: it is executing, waiting for an approval for environment 'production'",
        run: { ...run, status: 'executing' },
        hosts: {},
        jobs: [
          aJob('verify', 'executing', ['Run the checks', 'succeeded', 0, 48], ['Ask for an approval', 'executing', 48]),
        ],
        approvals: [approval('waiting')],
      },
      decisions: [approval('waiting')],
      tails: [],
    },
  },
  cancellation: {
    given: 'cancelled',
    plan,
    review: withReview({
      status: 'cancelled',
      reason: "Run '0f8fad5bd9cb469f' ended as cancelled",
      run: { ...run, status: 'cancelled', completed_at: at(125) },
      jobs: [verify, cancelledDeploy],
      hosts: {},
    }),
  },
}
