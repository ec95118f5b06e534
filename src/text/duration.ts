const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const written = /^(?:(\d{1,6})d)? *(?:(\d{1,6})h)? *(?:(\d{1,6})m)? *(?:(\d{1,9})s)? *(?:(\d{1,9})ms)?$/
const scale = [day, hour, minute, second, 1]

/** Milliseconds of `30s`, `10m`, `1h30m`, `2m 3s`, `500ms`, or of a bare number of seconds; undefined for all else. */
export const parseDuration = (text: string): number | undefined => {
  if (/^\d{1,9}$/.test(text)) return Number(text) * second
  const parts = written.exec(text)?.slice(1)
  if (text.trim() === '' || !parts) return undefined
  return parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (scale[index] ?? 0), 0)
}

/** A duration for people: `2m 3s`. Whole seconds from one second on; `parseDuration` reads it back. */
export const formatDuration = (ms: number): string => {
  const whole = Math.max(0, Math.round(ms))
  if (whole === 0) return '0s'
  if (whole < second) return `${whole}ms`
  const seconds = Math.round(whole / second)
  return [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join(' ')
}
