import type { HttpRequest, Transport } from '../../src/contract/http.ts'
import { aShop, called } from './a-shop.ts'

export const hook = 'http://127.0.0.1:9000/hook?key=secret'

/** A pipeline with one `http` step, and one that looks at what came of it. */
export const notify = (inputs: string, more = '') =>
  called(
    'notify',
    `  tell:
    steps:
      - { id: call, ${more} uses: actions/humanitec/http@v1, with: { ${inputs} } }
      - if: always()
        uses: actions/humanitec/log@v1
        with: { message: 'saw \${{ steps.call.outputs.status_code }} \${{ steps.call.outputs.body }}' }
`,
  )
/** What such a step sends. */
export const post = `method: POST, url: "${hook}", headers: { X-From: shop }, data: { text: hello, n: [1, true] }`

/** Each request waits for the answer that the test gives it. */
export const heldTransport = () => {
  const sent: HttpRequest[] = []
  const answers: ((body: string) => void)[] = []
  const transport: Transport = (request) =>
    new Promise((resolve) => {
      sent.push(request)
      answers.push((body) => resolve({ status: 200, headers: {}, body }))
    })
  return { sent, answers, transport }
}

/** The shop, and a run of that pipeline which has got as far as it can. */
export const aNotifyingShop = async (yaml: string, options: Parameters<typeof aShop>[0]) => {
  const it = aShop(options)
  await it.aPipeline(yaml)
  const { body: run } = await it.callPipeline('notify')
  await it.after(0)
  await it.after(0)
  return { it, run }
}
