/** The users of the organization `acme`, the application that they have roles on being its `shop`. */
interface Person {
  type?: 'service'
  role?: string
  app?: 'viewer' | 'developer' | 'owner'
  /** Of the type `development`, which all environments of the shop have. */
  deployer?: true
  group?: string
}

const people = {
  member: { role: 'member' },
  orgViewer: { role: 'orgViewer' },
  artefactContributor: { role: 'artefactContributor', type: 'service' },
  manager: { role: 'manager' },
  administrator: { role: 'administrator' },
  deployer: { deployer: true },
  viewer: { app: 'viewer' },
  'viewer, deployer': { app: 'viewer', deployer: true },
  developer: { app: 'developer' },
  'developer, deployer': { app: 'developer', deployer: true },
  owner: { app: 'owner' },
  'owner, deployer': { app: 'owner', deployer: true },
  'one of the viewers': { group: 'viewers' },
  'one of the releasers': { group: 'releasers' },
  'developer, one of the deployers': { app: 'developer', group: 'deployers' },
} satisfies Record<string, Person>

const groups = {
  viewers: { app: 'viewer' },
  releasers: { app: 'owner', deployer: true },
  deployers: { deployer: true },
} satisfies Record<string, Person>

export type Member = keyof typeof people

/** Who calls: the members of `acme`, an administrator of another organization, and nobody in three ways. */
export type Caller = Member | 'stranger' | Unknown

export const unknownCallers = ['nobody', 'somebody with a wrong token', 'somebody with an expired token'] as const
type Unknown = (typeof unknownCallers)[number]

export const members = Object.keys(people) as Member[]

const idOf = (name: string) => name.replaceAll(/[^A-Za-z]+/g, '-')

/** The token of a user is its id. */
export const tokenOf = (caller: Caller): string => idOf(caller)

// The seed is written as JSON, which leaves out what is undefined.
const inSeed = (name: string, { type, role, app, deployer }: Person) => ({
  id: idOf(name),
  name,
  token: idOf(name),
  type,
  role,
  applications: app && { shop: app },
  deployer: deployer && ['development'],
})

const usersOf = (all: Record<string, Person>) => Object.entries(all).map(([name, person]) => inSeed(name, person))

const membersOf = (group: string) => members.filter((name) => (people[name] as Person).group === group).map(idOf)

const groupsOf = (all: Record<string, Person>) =>
  Object.entries(all).map(([name, group]) => {
    const { applications, deployer } = inSeed(name, group)
    return { name, applications, deployer, members: membersOf(name) }
  })

/** For the seed of an organization. */
export const callersOfAcme = { users: usersOf(people), groups: groupsOf(groups) }
export const callersOfRival = { users: usersOf({ stranger: { role: 'administrator' } }) }
