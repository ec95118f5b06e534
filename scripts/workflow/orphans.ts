import { readdirSync, readFileSync } from 'node:fs'

/** The variable by which a job finds the processes that its steps left behind, as on the real runner. */
export const TRACKING_VARIABLE = 'RUNNER_TRACKING_ID'

/** Ends what the steps of a job left running in the background; gives their number. Linux only: it reads /proc. */
export const endOrphans = (trackingId: string): number => {
  let ended = 0
  for (const pid of processIds()) {
    if (!isTracked(pid, trackingId)) continue
    try {
      process.kill(pid, 'SIGKILL')
      ended += 1
    } catch {
      // It ended by itself.
    }
  }
  return ended
}

const processIds = () => {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => pid !== process.pid)
  } catch {
    return []
  }
}

const isTracked = (pid: number, trackingId: string) => {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`${TRACKING_VARIABLE}=${trackingId}`)
  } catch {
    return false
  }
}
