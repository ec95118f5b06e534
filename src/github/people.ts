import type { Api } from './api.ts'
import { hasStatus } from './errors.ts'

export type Permission = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none'

export interface People {
  /**
   * What a person may do in the repository; `none` for a login that nobody has. Undefined when the token may not look,
   * or GitHub's answer is none that we know.
   */
  permissionOf(login: string): Promise<Permission | undefined>
  /** Undefined when the token may not see the team, which GitHub tells no differently from a team that does not exist. */
  isTeamMember(org: string, team: string, login: string): Promise<boolean | undefined>
  /** Login that the token's comments stand under (`github-actions[bot]`); undefined when GitHub does not tell. */
  self(): Promise<string | undefined>
}

/**
 * `permission` knows four levels, and has `write` for maintain and `read` for triage. `role_name` tells these, but may
 * also be the name of a role of the organization's own making.
 */
const toPermission = (permission: string, role: string): Permission | undefined => {
  if (permission === 'write' && role === 'maintain') return 'maintain'
  if (permission === 'read' && role === 'triage') return 'triage'
  return (['admin', 'write', 'read', 'none'] as const).find((level) => level === permission)
}

const loginIn = (answer: unknown): string | undefined => {
  const { data } = answer as { data?: { viewer?: { login?: unknown } | null } | null }
  const login = data?.viewer?.login
  return typeof login === 'string' && login !== '' ? login : undefined
}

export const createPeople = ({ request, repository, call, query }: Api): People => {
  /** Without rights GitHub says that there is no such team. */
  const isVisible = async (org: string, team: string): Promise<boolean> => {
    try {
      await call('show the team', () => request('GET /orgs/{org}/teams/{team_slug}', { org, team_slug: team }))
      return true
    } catch (error) {
      if (hasStatus(error, 403, 404)) return false
      throw error
    }
  }

  return {
    permissionOf: async (login) => {
      try {
        const { permission, role_name } = await call('say what a person may do', () =>
          request('GET /repos/{owner}/{repo}/collaborators/{username}/permission', { ...repository, username: login }),
        )
        return toPermission(permission, role_name)
      } catch (error) {
        if (hasStatus(error, 404)) return /is not a user/.test(error.message) ? 'none' : undefined
        if (hasStatus(error, 403)) return undefined
        throw error
      }
    },
    isTeamMember: async (org, team, login) => {
      try {
        const { state } = await call('say who is in the team', () =>
          request('GET /orgs/{org}/teams/{team_slug}/memberships/{username}', {
            org,
            team_slug: team,
            username: login,
          }),
        )
        // Somebody who is invited and has not accepted is `pending`.
        return state === 'active'
      } catch (error) {
        if (hasStatus(error, 403)) return undefined
        if (!hasStatus(error, 404)) throw error
        return (await isVisible(org, team)) ? false : undefined
      }
    },
    self: async () => {
      try {
        // GET /user is closed to the tokens of workflows and apps; this is open to all.
        return loginIn(await query('say whose token this is', 'query { viewer { login } }'))
      } catch (error) {
        if (hasStatus(error, 403, 404)) return undefined
        throw error
      }
    },
  }
}
