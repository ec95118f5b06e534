import { join } from 'node:path'
import type { WorkflowOptions } from '../workflow/run.ts'
import { PROJECT_ROOT } from '../workflow/project.ts'

/** What the demo releases: examples/workflows/release.yml with what examples/seeds/online-boutique.yaml has made. */
export const SEED_FILE = join(PROJECT_ROOT, 'examples/seeds/online-boutique.yaml')

export const TAG = 'v0.10.5'

/** How to run the release against an orchestrator with that seed. The tokens are the seed's. */
export const releaseOptions = (apiUrl: string) =>
  ({
    file: join(PROJECT_ROOT, 'examples/workflows/release.yml'),
    event: 'workflow_dispatch',
    inputs: { tag: TAG },
    vars: { HUMANITEC_ORG: 'acme', HUMANITEC_API_URL: apiUrl },
    secrets: {
      HUMANITEC_TOKEN: 'release-bot-token-on-this-machine',
      HUMANITEC_RELEASE_MANAGER_TOKEN: 'release-manager-token-on-this-machine',
    },
    github: { repository: 'acme/online-boutique', ref: 'refs/heads/main', actor: 'robin' },
  }) satisfies WorkflowOptions

/** What makes the simulated cluster refuse the released image of one service in staging, after trying for a while. */
export const failingImage = {
  workloads: {
    paymentservice: {
      fail: {
        env: 'staging',
        image: `us-central1-docker.pkg.dev/google-samples/microservices-demo/paymentservice:${TAG}`,
        code: 'CLD-001',
        summary: 'Container server of paymentservice does not start',
        message: [
          'CrashLoopBackOff: container server ended with exit code 1, 3 times in a row. Its last words:',
          "Error: Cannot find module '@grpc/grpc-js'",
          'Require stack: /usr/src/app/server.js, /usr/src/app/index.js',
        ].join('\n'),
      },
    },
  },
}
