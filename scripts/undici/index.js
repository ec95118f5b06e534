// http-client's own proxying goes through `tunnel`; only its fetch dispatcher would come here.
const absent = (name) => {
  throw new Error(`undici's ${name} is not part of these bundles`)
}

export class ProxyAgent {
  constructor() {
    absent('ProxyAgent')
  }
}

export const fetch = () => absent('fetch')
