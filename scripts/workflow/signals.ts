/** The first Ctrl-C (or SIGTERM) cancels, the second kills. */
export const listenForSignals = (write: (text: string) => void): { cancel: AbortSignal; kill: AbortSignal } => {
  const cancel = new AbortController()
  const kill = new AbortController()
  const onSignal = () => {
    if (cancel.signal.aborted) {
      kill.abort()
      return
    }
    write('\nCancelling; once more to kill.\n')
    cancel.abort()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return { cancel: cancel.signal, kill: kill.signal }
}
