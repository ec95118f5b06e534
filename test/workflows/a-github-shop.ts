import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Json } from '../../scripts/workflow/model.ts'
import { PROJECT_ROOT } from '../../scripts/workflow/project.ts'
import type { StepResult, WorkflowResult } from '../../scripts/workflow/result.ts'
import { runWorkflow, type WorkflowOptions } from '../../scripts/workflow/run.ts'
import { systemClock } from '../../src/clock.ts'
import { type GitHubFake, type GitHubFakeOptions, startGitHub } from '../support/github/fake.ts'
import { serveOrchestrator } from '../support/serve.ts'

const workload = (image: string, externals = '') => `
                  profile: humanitec/default-module
                  spec: { containers: { main: { id: main, image: ${image} } } }${externals}`

const dns = '\n                  externals: { dns: { type: dns, class: default } }'

/** Two applications in three environments each. Production asks for an approval. */
const seed = `
organizations:
  - id: acme
    environment-types: [development, production]
    users:
      - id: release-bot
        name: Release bot
        type: service
        token: release-bot-token
        role: artefactContributor
        applications: { shop: developer, billing: developer }
        deployer: [development, production]
      - id: release-manager
        name: Release manager
        token: release-manager-token
        applications: { shop: developer }
        deployer: [production]
    applications:
      - id: shop
        environments:
          - { id: development }
          - { id: staging, type: development }
          - { id: production, type: production }
        pipelines:
          - criteria: [{ env_type: production }]
            definition: |
              id: production
              name: Production
              on: { deployment_request: {} }
              jobs:
                approval:
                  steps:
                    - { uses: actions/humanitec/approve@v1, with: { env_id: '\${{ inputs.env_id }}', message: Deploy? } }
                deploy:
                  needs: [approval]
                  steps:
                    - id: set
                      uses: actions/humanitec/apply@v1
                      with: { env_id: '\${{ inputs.env_id }}', delta_id: '\${{ inputs.delta_id }}' }
                    - uses: actions/humanitec/deploy@v1
                      with: { env_id: '\${{ inputs.env_id }}', set_id: '\${{ steps.set.outputs.set_id }}' }
        deployed:
          - environments: [development, staging, production]
            set:
              modules:
                web:${workload('ghcr.io/acme/web:1', dns)}
                api:${workload('ghcr.io/acme/api:1')}
      - id: billing
        environments:
          - { id: development }
        deployed:
          - environments: [development]
            set:
              modules:
                invoices:${workload('ghcr.io/acme/invoices:1')}
`

const repository = 'acme/shop'
export const sha = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d'
const bot = 'release-bot-token'

/** The repository as GitHub's events have it, as far as anybody reads it. */
const repositoryObject = (id: number, fullName: string, fork = false) => {
  const [login = '', name = ''] = fullName.split('/')
  return {
    id,
    node_id: `R_${id}`,
    name,
    full_name: fullName,
    private: false,
    owner: { login, id: id + 1, type: 'Organization' },
    html_url: `https://github.com/${fullName}`,
    fork,
    default_branch: 'main',
  }
}

const person = (login: string) => ({ login, id: 7, type: login.endsWith('[bot]') ? 'Bot' : 'User', site_admin: false })

export interface PullRequestEvent {
  action: string
  number?: number
  author?: string
  sender?: string
  /** `owner/name` of the head's repository; null for a fork that was deleted. */
  head?: string | null
  merged?: boolean
}

/** A `pull_request` event with the members that GitHub gives it. */
export const pullRequestEvent = ({
  action,
  number = 7,
  author = 'octocat',
  sender = author,
  head = repository,
  merged = false,
}: PullRequestEvent): Record<string, Json> => {
  const state = action === 'closed' ? 'closed' : 'open'
  const own = repositoryObject(1, repository)
  const headRepository = head === repository ? own : head && repositoryObject(99, head, true)
  return {
    action,
    number,
    ...(action === 'synchronize' && { before: '0'.repeat(40), after: sha }),
    pull_request: {
      id: 1000 + number,
      number,
      state,
      locked: false,
      title: 'A new cart',
      body: null,
      user: person(author),
      draft: false,
      merged,
      labels: [],
      html_url: `https://github.com/${repository}/pull/${number}`,
      head: { label: `${author}:cart`, ref: 'cart', sha, user: person(author), repo: headRepository },
      base: { label: 'acme:main', ref: 'main', sha: 'f'.repeat(40), user: person('acme'), repo: own },
      author_association: head === repository ? 'MEMBER' : 'CONTRIBUTOR',
    },
    repository: own,
    sender: person(sender),
  }
}

/** A `push` event of a branch or a tag. */
export const pushEvent = (ref: string): Record<string, Json> => ({
  ref,
  before: '0'.repeat(40),
  after: sha,
  created: ref.startsWith('refs/tags/'),
  deleted: false,
  forced: false,
  compare: `https://github.com/${repository}/compare`,
  commits: [],
  head_commit: {
    id: sha,
    tree_id: 'e'.repeat(40),
    message: 'A new cart (#7)',
    author: { name: 'Robin', username: 'robin' },
  },
  repository: repositoryObject(1, repository),
  pusher: { name: 'robin', email: 'robin@acme.example' },
  sender: person('robin'),
})

export interface Environment {
  id: string
  name: string
  last_deploy?: { id: string; set_id: string; status: string; comment: string }
}

export interface Run {
  result: WorkflowResult
  log: string
}

type RunOptions = Omit<Partial<WorkflowOptions>, 'github'> & { actor?: string; ref?: string; runId?: string }

/** A repository on GitHub whose shop the orchestrator deploys, and the workflows in examples/workflows. */
export const aGitHubShop = async (state: GitHubFakeOptions = {}) => {
  const { orchestrator, url, requests } = await serveOrchestrator({ seed })
  orchestrator.control.behave({ pendingMs: 0, durationMs: 100, readyAfterMs: 0 })
  const github: GitHubFake = startGitHub({
    clock: systemClock,
    repository,
    refs: { main: sha, 'v1.2.0': sha },
    ...state,
  })
  const githubUrl = await github.serve()

  const get = async (path: string) => {
    const { body } = await orchestrator.handle({
      method: 'GET',
      url: `${url}/orgs/acme${path}`,
      headers: { authorization: `Bearer ${orchestrator.token}` },
    })
    return JSON.parse(body)
  }
  const runFile = async (file: string, { actor = 'robin', ref, runId, ...options }: RunOptions): Promise<Run> => {
    let log = ''
    const result = await runWorkflow({
      file,
      vars: { HUMANITEC_ORG: 'acme', HUMANITEC_API_URL: url },
      secrets: { HUMANITEC_TOKEN: bot, HUMANITEC_RELEASE_MANAGER_TOKEN: 'release-manager-token' },
      github: {
        repository,
        sha,
        actor,
        apiUrl: githubUrl,
        token: github.connection.token,
        ...(ref !== undefined && { ref }),
        ...(runId !== undefined && { runId }),
      },
      write: (text) => {
        log += text
      },
      ...options,
    })
    return { result, log }
  }
  return {
    orchestrator,
    url,
    github,
    get,
    /** What reached the orchestrator. */
    requests,
    run: (name: string, options: RunOptions = {}) =>
      runFile(join(PROJECT_ROOT, 'examples/workflows', `${name}.yml`), options),
    /** The same for an example that somebody has changed. */
    runChanged: (name: string, change: (text: string) => string, options: RunOptions = {}) => {
      const folder = mkdtempSync(join(tmpdir(), 'example-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      const file = join(folder, `${name}.yml`)
      writeFileSync(file, change(readFileSync(join(PROJECT_ROOT, 'examples/workflows', `${name}.yml`), 'utf8')))
      return runFile(file, options)
    },
    environments: async (app = 'shop') => (await get(`/apps/${app}/envs`)) as Environment[],
    environment: async (envId: string, app = 'shop') => (await get(`/apps/${app}/envs/${envId}`)) as Environment,
    /** The image of each workload, as last deployed. */
    images: async (envId: string, app = 'shop') => {
      const { last_deploy } = (await get(`/apps/${app}/envs/${envId}`)) as Environment
      const { modules } = await get(`/apps/${app}/sets/${last_deploy?.set_id}`)
      return Object.fromEntries(
        Object.entries<{ spec: { containers: Record<string, { image: string }> } }>(modules).map(([name, { spec }]) => [
          name,
          Object.values(spec.containers)[0]?.image,
        ]),
      )
    },
  }
}

/** `name: conclusion` of every main step of the jobs, with those inside of flows indented. */
export const stepsOf = ({ jobs }: WorkflowResult): string[] => {
  const lines = (steps: readonly StepResult[], indent: string): string[] =>
    steps
      .filter(({ kind }) => kind === 'main')
      .flatMap(({ id, name, conclusion, steps: inside }) =>
        [`${indent}${indent === '' ? name : id}: ${conclusion}`].concat(lines(inside, `${indent}  `)),
      )
  return jobs.flatMap(({ name, conclusion, steps }) => [`[${name}: ${conclusion}]`].concat(lines(steps, '')))
}

/** What GitHub shows of its deployments: environment, commit, and the states that each has been in. */
export const deploymentsOf = ({ state }: GitHubFake) =>
  state.deployments.map(({ environment, sha: commit, statuses }) => [
    environment,
    commit,
    ...statuses.map(({ state: status }) => status),
  ])

/** The texts of the comments, each without the hidden first line. */
export const commentsOf = ({ state }: GitHubFake) =>
  state.comments.map(({ body }) => body.replace(/^<!--.*-->\n/, '').split('\n')[0])
