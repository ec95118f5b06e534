export interface Container {
  name: string
  image: string
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** The containers that a workload of a set names, of whatever form the rest of it is. */
export const containersOf = (module: unknown): Container[] => {
  const { containers } = (module as { spec?: { containers?: Record<string, { image?: unknown } | null> } }).spec ?? {}
  return Object.entries(containers ?? {}).map(([name, container]) => ({ name, image: textOf(container?.image) }))
}
