import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { aChart, aShopWithCharts, chartYaml, charts, tarOf } from './a-chart.ts'
import { as } from './a-shop.ts'

const file = (name: string, content = chartYaml('web', '1.0.0')) => ({ name, content })

describe('a chart that is uploaded', () => {
  test('has the name and the version of its Chart.yaml, and no other', async () => {
    const { upload, get } = aShopWithCharts()
    const { id: created_by } = await get('/current-user')
    const { status, body } = await upload(aChart('web', '1.0.1'))
    expect({ status, body }).toEqual({
      status: 201,
      body: { id: 'web', version: '1.0.1', org_id: 'local-org', created_at: expect.stringMatching(/Z$/), created_by },
    })
    expect(await get(charts, as('vera'))).toEqual([body])
  })

  test.each(['pax', 'ustar', 'v7'])('may come from tar in its format %s', async (format) => {
    const folder = mkdtempSync(join(tmpdir(), 'chart-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    // Longer than the 100 characters of a plain header, except where there is no way to say so.
    const deep = format === 'v7' ? 'web/templates' : `web/templates/${'a'.repeat(60)}/${'b'.repeat(60)}`
    mkdirSync(join(folder, deep), { recursive: true })
    writeFileSync(join(folder, deep, 'deployment.yaml'), 'kind: Deployment\n')
    writeFileSync(join(folder, 'web', 'Chart.yaml'), chartYaml('web', '2.0.0'))
    const archive = execFileSync('tar', ['-cz', `--format=${format}`, '-C', folder, '-f', '-', 'web'])
    expect(await aShopWithCharts().upload(archive)).toMatchObject({
      status: 201,
      body: { id: 'web', version: '2.0.0' },
    })
  })

  test.each([
    ['at the top', tarOf(file('Chart.yaml'))],
    ['under a dot', tarOf(file('./web/Chart.yaml'))],
    [
      'after a long name',
      tarOf({ name: '././@LongLink', kind: 'L', content: `${'x'.repeat(300)}\0` }, file('cut'), file('web/Chart.yaml')),
    ],
    ['under a long name', tarOf({ name: '././@LongLink', kind: 'L', content: 'long/Chart.yaml\0' }, file('cut'))],
    ['under an extended name', tarOf({ name: 'pax', kind: 'x', content: '27 path=étendu/Chart.yaml\n' }, file('cut'))],
    [
      'beside a folder and a link',
      tarOf({ name: 'web/', kind: '5' }, { name: 'web/a', kind: '2' }, file('web/Chart.yaml')),
    ],
    ['of an archive without an end', tarOf(file('web/Chart.yaml')).subarray(0, 1024)],
  ])('may have its Chart.yaml %s', async (_, archive) => {
    const { upload } = aShopWithCharts()
    expect(await upload(gzipSync(archive))).toMatchObject({ status: 201, body: { id: 'web', version: '1.0.0' } })
  })

  test('is known by name and version together', async () => {
    const { upload } = aShopWithCharts()
    await upload(aChart('web', '1.0.0'))
    const again = await upload(aChart('web', '1.0.0'))
    expect(again.status).toBe(409)
    expect(again.body.message).toContain('raise the version')
    expect(await upload(aChart('web', '1.0.1'))).toMatchObject({ status: 201 })
    expect(await upload(aChart('api', '1.0.0'))).toMatchObject({ status: 201 })
  })

  test('is the business of administrators', async () => {
    const { upload, get } = aShopWithCharts()
    expect(await upload(aChart('web', '1.0.0'), { token: 'pia' })).toMatchObject({ status: 403 })
    expect(await upload(aChart('web', '1.0.0'), { token: 'nobody' })).toMatchObject({ status: 401 })
    expect(await get(charts)).toEqual([])
  })
})

describe('what is no chart is refused with what to do', () => {
  const packed = (...entries: Parameters<typeof tarOf>) => gzipSync(tarOf(...entries))
  const inner = tarOf(file('web/Chart.yaml'))
  const damaged = Buffer.from(inner)
  damaged.write('X', 3)
  test.each([
    ['an empty file', Buffer.alloc(0), 'not a gzip archive'],
    ['a file that is not gzip', inner, 'not a gzip archive'],
    ['a file that was cut off', aChart('web', '1.0.0').subarray(0, 60), 'not a gzip archive'],
    ['gzip of something else', gzipSync('hello'), 'not a tar archive'],
    ['a damaged archive', gzipSync(damaged), 'not a tar archive'],
    ['an archive that was cut off', gzipSync(inner.subarray(0, 530)), 'cut off'],
    ['a file larger than the archive', packed({ name: 'web/a', size: '77777777777' }), 'cut off'],
    ['a file of no size', packed({ name: 'web/a', size: 'x' }), 'cut off'],
    [
      'a negative size',
      packed({ name: 'pax', kind: 'x', content: '12 size=-99\n' }, file('web/Chart.yaml')),
      'cut off',
    ],
    ['an extended header that is none', packed({ name: 'pax', kind: 'x', content: 'hello' }), 'extended header'],
    ['an extended header that goes nowhere', packed({ name: 'pax', kind: 'x', content: '0 a=b\n' }), 'extended header'],
    ['an empty archive', packed(), 'no Chart.yaml'],
    ['a chart further down', packed(file('a/b/Chart.yaml')), 'no Chart.yaml'],
    ['a link for a Chart.yaml', packed({ name: 'web/Chart.yaml', kind: '2' }), 'no Chart.yaml'],
    ['two charts', packed(file('a/Chart.yaml'), file('b/Chart.yaml')), 'two charts'],
    ['a way out', packed(file('web/Chart.yaml'), file('web/../../etc/passwd')), 'outside'],
    ['a way to the root', packed(file('/web/Chart.yaml')), 'outside'],
    ['a way to a drive', packed(file('C:\\web\\Chart.yaml')), 'outside'],
    ['a way out of Windows', packed(file('web\\..\\..\\Chart.yaml')), 'outside'],
    ['YAML that is none', packed(file('web/Chart.yaml', 'name: [')), 'web/Chart.yaml is not YAML'],
    ['YAML that explodes', packed(file('web/Chart.yaml', bomb())), 'web/Chart.yaml is not YAML'],
    ['YAML that is too deep', packed(file('web/Chart.yaml', '['.repeat(200_000))), 'web/Chart.yaml is not YAML'],
    ['a list', packed(file('web/Chart.yaml', '- name')), 'must be an object'],
    ['nothing in Chart.yaml', packed(file('web/Chart.yaml', '')), 'must be an object'],
    ['a huge Chart.yaml', packed(file('web/Chart.yaml', '#'.repeat(300_000))), 'larger than'],
    ['no name', packed(file('web/Chart.yaml', 'version: 1.0.0')), 'name must'],
    ['a name with a slash', packed(file('web/Chart.yaml', chartYaml('a/b', '1.0.0'))), 'name must'],
    ['no version', packed(file('web/Chart.yaml', 'name: web')), 'version must'],
    ['a version that YAML takes for a number', packed(file('web/Chart.yaml', chartYaml('web', '1.0'))), 'version must'],
    ['a version that is none', packed(file('web/Chart.yaml', chartYaml('web', 'latest'))), 'version must'],
  ])('%s', async (_, archive, text) => {
    const { upload, get } = aShopWithCharts()
    const { status, body } = await upload(archive)
    expect({ status, message: body.message }).toEqual({ status: 400, message: expect.stringContaining(text) })
    expect(await get(charts)).toEqual([])
  })

  test('an archive that unpacks to more than it should', async () => {
    const archive = gzipSync(Buffer.alloc(33 * 1024 * 1024))
    expect(archive.length).toBeLessThan(100_000)
    const { status, body } = await aShopWithCharts().upload(archive)
    expect({ status, message: body.message }).toEqual({ status: 400, message: expect.stringContaining('32 MiB') })
  })

  test('a form without the field, and no form', async () => {
    const { upload, post } = aShopWithCharts()
    expect(await upload(aChart('web', '1.0.0'), { field: 'chart' })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining("no field 'file'") },
    })
    for (const type of ['multipart/form-data', 'application/json', '']) {
      expect(await post(aChart('web', '1.0.0'), type)).toMatchObject({
        status: 400,
        body: { message: expect.stringContaining('boundary') },
      })
    }
  })

  test('whatever bytes there are inside', async () => {
    const { upload } = aShopWithCharts()
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 1500 }).map((bytes) => Buffer.from(bytes)),
      // A real archive with some bytes changed.
      fc.array(fc.tuple(fc.nat(inner.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }).map((changes) => {
        const changed = Buffer.from(inner)
        for (const [at, byte] of changes) changed[at] = byte
        return changed
      }),
    )
    await fc.assert(
      fc.asyncProperty(anything, async (bytes) => {
        expect([201, 400, 409]).toContain((await upload(gzipSync(bytes))).status)
      }),
      { numRuns: 150 },
    )
  })
})

/** Nine levels of nine aliases each. */
function bomb() {
  const levels = Array.from({ length: 9 }, (_, level) =>
    level === 0
      ? 'a0: &a0 [x]'
      : `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
  )
  return `${levels.join('\n')}\n`
}

test('charts are listed page by page, by name and by version', async () => {
  const { upload, get, call } = aShopWithCharts()
  for (const [name, version] of [
    ['web', '1.0.0'],
    ['web', '1.1.0'],
    ['api', '1.0.0'],
  ] as const) {
    await upload(aChart(name, version))
  }
  const names = async (query: string) =>
    (await get(`${charts}${query}`)).map(({ id, version }: { id: string; version: string }) => `${id} ${version}`)
  expect(await names('')).toEqual(['web 1.0.0', 'web 1.1.0', 'api 1.0.0'])
  expect(await names('?id=web')).toEqual(['web 1.0.0', 'web 1.1.0'])
  expect(await names('?version=1.0.0')).toEqual(['web 1.0.0', 'api 1.0.0'])
  expect(await names('?id=api&version=1.1.0')).toEqual([])
  const first = await call('GET', `${charts}?per_page=1&version=1.0.0`)
  expect(first.body).toHaveLength(1)
  const next = /<http:\/\/orchestrator\.test(.+)>; rel="next"/.exec(first.headers['link'] ?? '')?.[1] ?? ''
  const second = await call('GET', next)
  expect(second.body).toMatchObject([{ id: 'api' }])
  expect(second.headers).not.toHaveProperty('link')
  expect(await call('GET', `${charts}?page=moon`)).toMatchObject({ status: 400 })
})
