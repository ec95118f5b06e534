import type { HttpRequest, HttpResponse, Transport } from '../../src/contract/http.ts'

export const githubApiUrl = 'https://api.github.test'

/** As much of GitHub as starts a workflow and tells how it ends. `elsewhere` answers requests to other hosts. */
export const aGithub = ({ elsewhere }: { elsewhere?: (request: HttpRequest) => Partial<HttpResponse> } = {}) => {
  const sent: HttpRequest[] = []
  const state = { dispatch: 204, name: '', conclusion: undefined as string | undefined }
  const run = () => ({
    id: 7,
    display_title: state.name,
    html_url: 'https://github.test/acme/shop/actions/runs/7',
    status: state.conclusion === undefined ? 'in_progress' : 'completed',
    conclusion: state.conclusion ?? null,
  })
  const answer = (request: HttpRequest): Partial<HttpResponse> => {
    if (!request.url.startsWith(githubApiUrl)) return elsewhere?.(request) ?? { status: 404 }
    if (request.method === 'POST') {
      const { inputs } = JSON.parse(String(request.body)) as { inputs: { marker: string } }
      state.name = `Run for ${inputs.marker}`
      return { status: state.dispatch }
    }
    return { body: JSON.stringify(request.url.endsWith('/runs/7') ? run() : { workflow_runs: [run()] }) }
  }
  const transport: Transport = async (request) => {
    sent.push(request)
    return Promise.resolve({ status: 200, headers: {}, body: '', ...answer(request) })
  }
  return {
    transport,
    sent,
    starts: () => sent.filter(({ method, url }) => method === 'POST' && url.startsWith(githubApiUrl)),
    refuse: (status: number) => Object.assign(state, { dispatch: status }),
    end: (conclusion: string) => Object.assign(state, { conclusion }),
  }
}
