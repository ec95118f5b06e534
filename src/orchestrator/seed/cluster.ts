import type { ClusterBehaviour, WorkloadBehaviour } from '../cluster/model.ts'
import type { SeedCluster, SeedWorkload } from './schema.ts'

const unitMs: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

const toMs = (duration: string | number): number => {
  if (typeof duration === 'number') return Math.round(duration * 1000)
  const [, amount, unit = ''] = /^([\d.]+)(ms|s|m|h)$/.exec(duration) ?? []
  return Math.round(Number(amount) * (unitMs[unit] ?? Number.NaN))
}

const present = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

const optionalMs = (duration: string | number | undefined) => (duration === undefined ? undefined : toMs(duration))

const toWorkload = (workload: SeedWorkload): WorkloadBehaviour =>
  present({
    durationMs: optionalMs(workload.duration),
    readyAfterMs: optionalMs(workload['ready-after']),
    neverReady: workload['never-ready'],
    fail: workload.fail,
  })

/** What a seed says about the cluster, in the cluster's own words. */
export const toBehaviour = (cluster: SeedCluster): Partial<ClusterBehaviour> =>
  present({
    pendingMs: optionalMs(cluster.pending),
    durationMs: optionalMs(cluster.duration),
    readyAfterMs: optionalMs(cluster['ready-after']),
    teardownMs: optionalMs(cluster.teardown),
    workloads: Object.fromEntries(
      Object.entries(cluster.workloads ?? {}).map(([name, workload]) => [name, toWorkload(workload)]),
    ),
  })
