import { formatDuration } from './duration.ts'

/** What is printed before a request is repeated. The reason may begin with the request. */
export const retryLine = ({
  method,
  path,
  reason,
  delayMs,
}: {
  method: string
  path: string
  reason: string
  delayMs: number
}): string => {
  const request = `${method} ${path}`
  const said = reason.startsWith(request) ? reason : `${request}: ${reason}`
  return `${said}; trying again in ${formatDuration(delayMs)}`
}
