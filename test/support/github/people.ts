import { userBody } from './accounts.ts'
import { type Call, notFound, type Route } from './route.ts'

/** Logins, organizations and teams are the same in upper and lower case. */
const at = <T>(holder: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.entries(holder).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]

const findTeam = ({ state, path }: Call) => at(state.teams, `${path['org']}/${path['team_slug']}`)

export const peopleRoutes: Readonly<Record<string, Route>> = {
  'repos/get-collaborator-permission-level': {
    takes: 'metadata=read',
    answer: ({ state, path }) => {
      const login = path['username'] ?? ''
      const found = at(state.people, login)
      if (!found) return { refusal: 404, message: `${login} is not a user` }
      const { permission, role = permission } = found
      return { status: 200, body: { permission, role_name: role, user: { ...userBody(login), role_name: role } } }
    },
  },
  'teams/get-by-name': {
    takes: 'members=read',
    answer: (call) => {
      const slug = call.path['team_slug'] ?? ''
      return findTeam(call) ? { status: 200, body: { name: slug, slug } } : notFound
    },
  },
  'teams/get-membership-for-user-in-org': {
    takes: 'members=read',
    answer: (call) => {
      const state = at(findTeam(call) ?? {}, call.path['username'] ?? '')
      return state ? { status: 200, body: { state, role: 'member' } } : notFound
    },
  },
  'actions/get-reviews-for-run': {
    takes: 'actions=read',
    answer: ({ state, path }) => {
      const found = state.approvals[Number(path['run_id'])]
      if (!found) return notFound
      const body = found.map(({ user, state: decision, environments }) => ({
        user: userBody(user),
        state: decision,
        environments: environments.map((name, index) => ({ id: index + 1, name })),
        comment: '',
      }))
      return { status: 200, body }
    },
  },
}
