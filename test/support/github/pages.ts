/** One page of a list, with the `Link` header that GitHub sends: under the repository's number, not its name. */
export const pageOf = <T>(list: readonly T[], url: URL, repositoryId: number): { items: T[]; link?: string } => {
  const perPage = Math.min(100, Math.max(1, Number(url.searchParams.get('per_page') ?? 30)))
  const page = Math.max(1, Number(url.searchParams.get('page') ?? 1))
  const last = Math.max(1, Math.ceil(list.length / perPage))
  const items = list.slice((page - 1) * perPage, page * perPage)
  const linkTo = (rel: string, number: number): string => {
    const target = new URL(url)
    target.pathname = target.pathname.replace(/\/repos\/[^/]+\/[^/]+/, `/repositories/${repositoryId}`)
    target.searchParams.set('page', String(number))
    return `<${target.href}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [linkTo('prev', page - 1)] : []),
    ...(page < last ? [linkTo('next', page + 1), linkTo('last', last)] : []),
    ...(page > 1 ? [linkTo('first', 1)] : []),
  ]
  return links.length > 0 ? { items, link: links.join(', ') } : { items }
}
