/**
 * The results of `work` for each item, in the items' order, with at most `limit` of them under way at a time. After a
 * failure, which is thrown at once, nothing more is begun. Work that changes something gives its failure as a result
 * instead, so that what is under way comes to its end and is told.
 */
export const concurrently = async <T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> => {
  const results = new Map<number, R>()
  const queue = items.entries()
  let hasFailed = false
  const worker = async () => {
    for (const [index, item] of queue) {
      try {
        results.set(index, await work(item))
      } catch (error) {
        hasFailed = true
        throw error
      }
      if (hasFailed) return
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
  return items.map((_, index) => results.get(index) as R)
}
