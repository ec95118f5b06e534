// http-client's own proxying goes through `tunnel`; only its fetch dispatcher would come here.
const absent = (name) => {
  throw new Error(`undici's ${name} is not part of these bundles`)
}

/** @actions/github makes one while it is loaded behind a proxy, for a fetch that ours takes the place of. */
export class ProxyAgent {
  dispatch() {
    absent('ProxyAgent')
  }
}

export const fetch = () => absent('fetch')
