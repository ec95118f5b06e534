/** What the plugin would add to Octokit: nothing. */
export type Api = object

export function restEndpointMethods(): Api
