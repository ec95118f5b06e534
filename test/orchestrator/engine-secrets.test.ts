import { expect, test } from 'vitest'
import type { HttpRequest, HttpResponse } from '../../src/contract/http.ts'
import { scriptedTransport, type Script } from '../support/scripted-transport.ts'
import { called, type RunLike, seconds, shop } from './a-shop.ts'
import { aValueShop } from './value-shop.ts'

const token = 'xoxb "quoted"/1+1=2'
const hook = 'http://127.0.0.1:9000/services/T00/B00'

/** A shop that keeps the token and the hook as secrets, and everything that can be read of it afterwards. */
const aDiscreetShop = async (...script: Script[]) => {
  const { send, requests } = scriptedTransport(...script)
  const made = aValueShop({ transport: send, githubApiUrl: 'https://github.test' })
  const secret = (key: string, value: string) =>
    made.ok(made.call('POST', `${shop}/values`, { key, value, description: null, is_secret: true }))
  await secret('chat-token', token)
  await secret('chat-hook', `${hook}?key=1`)
  await secret('github-token', 'ghs_sesame')
  const everything = async (run: RunLike): Promise<string> => {
    const path = made.runPath(run)
    const jobs = (await made.get(`${path}/jobs`)) as { id: string }[]
    const details = await Promise.all(
      jobs.map(async ({ id }) => {
        const job = (await made.get(`${path}/jobs/${id}`)) as { steps: { index: number }[] }
        const logs = job.steps.map(({ index }) => made.get(`${path}/jobs/${id}/steps/${index}/logs`))
        return [job, await Promise.all(logs)]
      }),
    )
    const others = [
      'pipeline-runs',
      'apps/shop/approvals',
      'audit-logs',
      'apps/shop/values',
      'apps/shop/value-set-versions',
    ]
    const lists = await Promise.all(others.map((each) => made.get(`/orgs/local-org/${each}`)))
    return JSON.stringify([await made.run(run), jobs, details, lists, await made.get(`${shop}/pipelines/it/runs`)])
  }
  const run = async (steps: string) => {
    await made.aPipeline(called('it', `  go:\n    steps:\n${steps}`))
    const { body } = await made.callPipeline('it')
    for (let turn = 0; turn < 3; turn += 1) await made.after(0)
    return body as RunLike
  }
  return { ...made, requests, run, everything, secret }
}

const nowhere = (text: string) => {
  const parts = ['xoxb', 'quoted', '1+1', '1%2B1', 'services', 'T00', 'ghs_']
  expect(parts.filter((part) => text.includes(part))).toEqual([])
}

const post = `      - id: send
        continue-on-error: true
        uses: actions/humanitec/http
        with:
          method: POST
          url: \${{ app.values.chat-hook }}
          headers: { Authorization: 'Bearer \${{ app.values.chat-token }}' }
          data: { text: released, token: '\${{ app.values.chat-token }}' }
`
const look = `      - { uses: actions/humanitec/log, with: { message: '\${{ tojson(steps) }}' } }
`

test('a secret goes out in the URL, headers and body of a request, and is seen nowhere', async () => {
  const { run, requests, everything, log } = await aDiscreetShop({ status: 200, body: 'ok' })
  const it = await run(post + look)
  expect(requests).toMatchObject([
    {
      url: `${hook}?key=1`,
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ text: 'released', token }),
    },
  ])
  expect(await log(it, 'go', 0)).toEqual(['Sending POST ***', 'POST *** was answered with 200'])
  nowhere(await everything(it))
})

/** Tells whoever asked all that it was told, as a debugging server does. */
const echo =
  (status: number) =>
  async ({ url, headers, body }: HttpRequest): Promise<HttpResponse> => ({
    status,
    headers: {},
    body: `${JSON.stringify({ url, headers, body })} ${encodeURIComponent(token)} ${token.toLowerCase()}`,
  })

test.each<[string, Script]>([
  ['repeats it', echo(200)],
  ['repeats it in a refusal', echo(401)],
  ['repeats it in an error', new Error(`cannot reach ${hook}?key=1 with ${token}`)],
])('a receiver that %s gives no secret away', async (_, script) => {
  const { run, everything, log } = await aDiscreetShop(script)
  const it = await run(post + look)
  const seen = await everything(it)
  nowhere(seen)
  expect(seen).toContain('***')
  expect(await log(it, 'go', 1)).toHaveLength(1)
})

test('a secret that was replaced while its request was under way is hidden all the same', async () => {
  let answer: (response: HttpResponse) => void = () => {}
  const { run, patch, after, everything } = await aDiscreetShop(
    () =>
      new Promise((resolve) => {
        answer = resolve
      }),
  )
  const it = await run(post + look)
  await patch('chat-token', 'another')
  answer({ status: 200, headers: {}, body: `welcome ${token}` })
  await after(0)
  const seen = await everything(it)
  expect(seen).toContain('welcome ***')
  nowhere(seen)
})

test.each([
  ['whole', 'Bad: ghs_sesame', 'with 403: Bad: ***'],
  ['in a message that is cut within it', `${'x'.repeat(293)} ghs_sesame`, 'x ***'],
])('a token starts a workflow, and is hidden when GitHub repeats it %s', async (_, message, shown) => {
  const { run, requests, everything } = await aDiscreetShop({ status: 403, json: { message } })
  const it = await run(`      - uses: actions/humanitec/github-workflow
        with: { repo: acme/shop, ref: main, workflow: e2e.yml, access_token: '\${{ app.values.github-token }}' }
`)
  expect(requests).toMatchObject([{ headers: { authorization: 'Bearer ghs_sesame' } }])
  const seen = await everything(it)
  expect(seen).toContain(shown)
  nowhere(seen)
})

test('what a waiting step is waiting for shows no secret', async () => {
  const { run, after, run: _, everything, ...made } = await aDiscreetShop(() => new Promise(() => {}))
  await made.secret('repo', 'acme/ghs_shop')
  const it = await run(`      - uses: actions/humanitec/github-workflow
        with: { repo: '\${{ app.values.repo }}', ref: main, workflow: e2e.yml, access_token: '\${{ app.values.github-token }}' }
`)
  await after(seconds(1))
  const seen = await everything(it)
  expect(seen).toContain('github.workflow(***/e2e.yml)')
  nowhere(seen)
})
