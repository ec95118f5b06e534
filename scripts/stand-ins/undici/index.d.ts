export class ProxyAgent {
  constructor(...options: unknown[])
}

export function fetch(...request: unknown[]): never
