import { expect, test } from 'vitest'
import { aShop, called, type Shop, shop } from './a-shop.ts'
import { hello, helloPath } from './a-greeting.ts'

/** The items of a list, page by page as its links lead. */
const pagesOf = async ({ call }: Shop, path: string): Promise<unknown[][]> => {
  const pages: unknown[][] = []
  for (let next: string | undefined = path; next !== undefined;) {
    const { status, body, headers } = await call('GET', next)
    expect(status).toBe(200)
    pages.push(body as unknown[])
    next = /<http:\/\/orchestrator\.test(.+)>; rel="next"/.exec(headers['link'] ?? '')?.[1]
  }
  return pages
}

test.each<[string, (made: Shop) => Promise<string>]>([
  [
    'the pipelines of an application',
    async ({ aPipeline }) => {
      await aPipeline(hello)
      await aPipeline(called('third', '  go: { steps: [{ uses: actions/humanitec/fail }] }'))
      return `${shop}/pipelines`
    },
  ],
  [
    'the pipelines of an organization',
    async ({ aPipeline }) => {
      await aPipeline(hello)
      return '/orgs/local-org/pipelines'
    },
  ],
  [
    'the versions of a pipeline',
    async ({ aPipeline, call }) => {
      await aPipeline(hello)
      for (const name of ['Good day', 'Good night']) await call('PATCH', helloPath, hello.replace('Hello', name))
      return `${helloPath}/versions`
    },
  ],
  [
    'the criteria of an application',
    async ({ aPipeline, call }) => {
      await aPipeline(hello)
      for (const env_id of ['staging', 'production']) {
        await call('POST', `${helloPath}/criteria`, { trigger: 'deployment_request', env_id })
      }
      return `${shop}/pipeline-criteria`
    },
  ],
  [
    'the jobs of a run',
    async ({ aPipeline, callPipeline, runPath }) => {
      const jobs = ['b', 'c', 'a'].map((id) => `  ${id}: { steps: [{ uses: actions/humanitec/fail }] }`)
      const { body } = await callPipeline(await aPipeline(called('jobs', jobs.join('\n'))))
      return `${runPath(body)}/jobs`
    },
  ],
  [
    'the runs of an organization',
    async ({ aPipeline, callPipeline }) => {
      await aPipeline(hello)
      for (let count = 0; count < 3; count += 1) await callPipeline('hello')
      return '/orgs/local-org/pipeline-runs'
    },
  ],
])('%s come whole and in order, page by page', async (_, make) => {
  const made = aShop()
  const path = await make(made)
  const [whole = [], ...others] = await pagesOf(made, path)
  expect(others).toEqual([])
  expect(whole).toHaveLength(3)
  expect(await pagesOf(made, `${path}?per_page=1`)).toEqual(whole.map((each) => [each]))
  expect(await pagesOf(made, `${path}?per_page=2`)).toEqual([whole.slice(0, 2), whole.slice(2)])
})
