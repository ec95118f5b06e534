import { gunzipSync } from 'node:zlib'
import { isObject } from '../../sets/json.ts'
import { badRequest } from '../errors.ts'
import { readYaml } from '../yaml.ts'
import { readTar, type TarFile } from './tar.ts'

export interface ChartName {
  id: string
  version: string
}

const mebibyte = 1024 * 1024
/** Far more than a chart needs, and little enough for a small machine. */
const unpackedLimit = 32 * mebibyte
const chartFileLimit = mebibyte / 4

const unpack = (bytes: Buffer): Buffer => {
  try {
    return gunzipSync(bytes, { maxOutputLength: unpackedLimit })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw badRequest(
        `The chart unpacks to more than ${unpackedLimit / mebibyte} MiB: leave out what it does not need.`,
      )
    }
    throw badRequest(
      `The file is not a gzip archive (${(error as Error).message}): pack the chart with 'helm package'.`,
    )
  }
}

/** In the archive's folder, or at its top; those further down belong to charts inside the chart. */
const isChartFile = ({ name }: TarFile) => /^(?:\.\/)?(?:[^/]+\/)?Chart\.yaml$/.test(name)

const chartFileOf = (archive: Buffer): TarFile => {
  const [found, another] = [...readTar(archive)].filter(isChartFile)
  if (!found) throw badRequest("The archive has no Chart.yaml in its folder: pack the chart with 'helm package'.")
  if (another) throw badRequest(`The archive has two charts, '${found.name}' and '${another.name}': pack one.`)
  if (found.content.length > chartFileLimit) throw badRequest(`${found.name} is larger than ${chartFileLimit} bytes.`)
  return found
}

const readChartFile = ({ name, content }: TarFile): Record<string, unknown> => {
  let value: unknown
  try {
    value = readYaml(content.toString('utf8'))
  } catch (error) {
    throw badRequest(`${name} is not YAML: ${(error as Error).message}`)
  }
  if (!isObject(value)) throw badRequest(`${name} must be an object with a name and a version.`)
  return value
}

// As Helm has them: a semantic version, of which minor and patch may be left out.
const chartName = /^[A-Za-z0-9._-]{1,250}$/
const chartVersion = /^v?\d+(?:\.\d+){0,2}(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/

/** What a packaged Helm chart (`.tgz`) says that it is called. Throws 400 for what is no such chart. */
export const readChartArchive = (bytes: Buffer): ChartName => {
  const file = chartFileOf(unpack(bytes))
  const { name, version } = readChartFile(file)
  if (typeof name !== 'string' || !chartName.test(name)) {
    throw badRequest(`${file.name}: name must be letters, digits, '.', '_' and '-'.`)
  }
  if (typeof version !== 'string' || !chartVersion.test(version)) {
    throw badRequest(`${file.name}: version must be a semantic version as a text, such as 1.0.0.`)
  }
  return { id: name, version }
}
