import { anRsaKey } from '../public-keys.ts'

export const agentKeys = { used: anRsaKey('a'), spare: anRsaKey('b'), added: anRsaKey('c'), another: anRsaKey('d') }
export const operatorKeys = { used: anRsaKey('e'), spare: anRsaKey('f'), added: anRsaKey('g') }

export const driver = { type: 's3', account_types: [], inputs_schema: {}, target: 'https://drivers.test/s3' }
export const definition = { name: 'A database', type: 'postgres', driver_type: 'humanitec/echo' }
export const store = { primary: false, gcpsm: { project_id: 'acme', auth: { secret_access_key: 'key' } } }
export const registry = (id: string) => ({
  id,
  registry: `${id}.test`,
  type: 'basic',
  enable_ci: true,
  creds: { username: 'ci', password: 'pw' },
})
export const account = {
  name: 'An account',
  type: 'aws',
  credentials: { aws_access_key_id: 'a', aws_secret_access_key: 's' },
}
export const profile = {
  spec_definition: { properties: {} },
  workload_profile_chart: { id: 'humanitec/default-module', version: 'latest' },
}
export const image = { type: 'container', version: '1', ref: 'refs/heads/main' }
export const score = {
  apiVersion: 'score.dev/v1b1',
  metadata: { name: 'web' },
  containers: { main: { image: 'web:1' } },
}
export const value = { value: 'one', description: 'A value' }

export const pipeline = (id: string, on: string, step: string) => `
id: ${id}
name: ${id}
on: ${on}
jobs:
  only:
    steps: [${step}]
`
export const triggers = {
  call: '{ pipeline_call: {} }',
  both: '{ pipeline_call: {}, deployment_request: {} }',
  artefact: '{ artefact: { type: container, include: [web], batch: { wait-minutes: 60 } } }',
}

export const steps = {
  log: '{ uses: actions/humanitec/log@v1, with: { message: hello } }',
  approve: '{ uses: actions/humanitec/approve@v1, with: { env_id: dev, message: May I? } }',
}
