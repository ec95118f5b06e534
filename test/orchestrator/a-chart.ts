import { gzipSync } from 'node:zlib'
import { aShop } from './a-shop.ts'

export const charts = '/orgs/local-org/workload-profile-chart-versions'

interface Entry {
  name: string
  content?: string
  /** Type flag; a regular file when absent. */
  kind?: string
  /** What the header says, where that is not the truth. */
  size?: string
}

const field = (text: string, length: number) => Buffer.from(text.padEnd(length, '\0').slice(0, length), 'latin1')

const header = ({ name, content = '', kind = '0', size }: Entry): Buffer => {
  const parts = [field(name, 100), field('0000644', 8), field('0000000', 8), field('0000000', 8)]
  const length = size ?? Buffer.byteLength(content).toString(8).padStart(11, '0')
  parts.push(field(length, 12), field('00000000000', 12), Buffer.from(' '.repeat(8)), field(kind, 1))
  parts.push(field('', 100), field('ustar\x0000', 8), field('', 247))
  const made = Buffer.concat(parts)
  const sum = made.reduce((total, byte) => total + byte, 0)
  made.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return made
}

const padded = (content: string) => {
  const bytes = Buffer.from(content)
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)])
}

/** A tar archive of the entries, to the letter. */
export const tarOf = (...entries: Entry[]): Buffer =>
  Buffer.concat([...entries.flatMap((each) => [header(each), padded(each.content ?? '')]), Buffer.alloc(1024)])

export const chartYaml = (name: string, version: string) => `apiVersion: v2\nname: ${name}\nversion: ${version}\n`

/** A chart as `helm package` makes it. */
export const aChart = (name: string, version: string): Buffer =>
  gzipSync(
    tarOf(
      { name: `${name}/Chart.yaml`, content: chartYaml(name, version) },
      { name: `${name}/templates/deployment.yaml`, content: 'kind: Deployment\n' },
      { name: `${name}/charts/inner/Chart.yaml`, content: chartYaml('inner', '9.9.9') },
    ),
  )

/** A shop that charts can be uploaded to. */
export const aShopWithCharts = () => {
  const made = aShop()
  const post = async (body: Buffer, contentType: string, token = made.orchestrator.token) => {
    const { status, body: text } = await made.orchestrator.handle({
      method: 'POST',
      url: `http://orchestrator.test${charts}`,
      headers: { authorization: `Bearer ${token}`, 'content-type': contentType },
      body,
    })
    return { status, body: JSON.parse(text) }
  }
  return {
    ...made,
    post,
    upload: (archive: Buffer, { field = 'file', token }: { field?: string; token?: string } = {}) => {
      const head = `--b0\r\nContent-Disposition: form-data; name="${field}"; filename="chart.tgz"\r\nContent-Type: application/x-gzip\r\n\r\n`
      return post(
        Buffer.concat([Buffer.from(head), archive, Buffer.from('\r\n--b0--\r\n')]),
        'multipart/form-data; boundary=b0',
        token,
      )
    },
  }
}
