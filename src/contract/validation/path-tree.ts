export interface Match<T> {
  found: T
  parameters: Record<string, string>
}

interface Node<T> {
  literal: Map<string, Node<T>>
  parameter?: Node<T>
  /** What the path that ends here belongs to, and the names of its parameters from left to right. */
  end?: { found: T; names: string[] }
}

/** Finds what belongs to a path such as `/orgs/{orgId}/apps`; a literal segment wins over a parameter. */
export const createPathTree = <T>(entries: Iterable<readonly [string, T]>) => {
  const newNode = (): Node<T> => ({ literal: new Map() })
  const root = newNode()
  for (const [path, found] of entries) {
    const names: string[] = []
    let at = root
    for (const segment of path.split('/').slice(1)) {
      const name = /^\{(.+)\}$/.exec(segment)?.[1]
      if (name === undefined) {
        const next = at.literal.get(segment) ?? newNode()
        at.literal.set(segment, next)
        at = next
      } else {
        names.push(name)
        at = at.parameter ??= newNode()
      }
    }
    at.end = { found, names }
  }

  const find = (node: Node<T>, segments: readonly string[], values: string[]): Match<T> | undefined => {
    const segment = segments[0]
    if (segment === undefined) {
      if (!node.end) return undefined
      const { found, names } = node.end
      return { found, parameters: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])) }
    }
    const rest = segments.slice(1)
    const literal = node.literal.get(segment)
    const below = literal && find(literal, rest, values)
    if (below || !node.parameter || segment === '') return below
    return find(node.parameter, rest, [...values, segment])
  }

  /** `segments` are percent-decoded already. */
  return (segments: readonly string[]) => find(root, segments, [])
}
