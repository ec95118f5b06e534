import type { Store } from './store.ts'

/** Whoever can hold roles: a person, a service user or a group. */
export interface Subject {
  id: string
  name: string
  email?: string
  type: 'user' | 'service' | 'system' | 'group'
  created_at: string
  properties: Record<string, unknown>
  /** Path of an organization, application or environment type → role. Those of its groups are not among them. */
  roles: Record<string, string>
  /** Ids of the groups that it is in. */
  groups?: string[]
  /** Of a person who was invited and has not come yet. */
  invite?: 'pending'
  /** Of a group: the identity provider that says who its members are. */
  idp_id?: string
}

/** Who there is, with which roles, in which groups: by id, by the thing that a role is on, and by group. */
export interface Subjects {
  get(id: string): Subject | undefined
  add(subject: Subject): void
  update(subject: Subject): void
  /** With all its roles and memberships. */
  remove(id: string): void
  grant(id: string, path: string, role: string): void
  /** Takes away the role on the path, and those on everything below it. */
  revoke(id: string, path: string): void
  /** Takes everybody's role on the path away, for when the thing itself is gone. */
  forget(path: string): void
  /** Who has a role of its own on exactly this, in the order in which they got one. */
  holders(path: string): Subject[]
  join(groupId: string, userId: string): void
  leave(groupId: string, userId: string): void
  members(groupId: string): Subject[]
}

const scope = ''

export const createSubjects = (store: Store): Subjects => {
  const subjects = store.table<Subject>('users')
  const holders = store.table<string>('role-holders')
  const members = store.table<string>('group-members')

  const get = (id: string) => subjects.get(scope, id)
  const all = (ids: string[]) => ids.map(get).filter((found) => found !== undefined)
  const update = (subject: Subject) => subjects.update(scope, subject.id, subject)

  const revoke = (id: string, path: string) => {
    const subject = get(id)
    if (!subject) return
    const isGone = (held: string) => held === path || held.startsWith(`${path}/`)
    for (const held of Object.keys(subject.roles).filter(isGone)) holders.delete(held, id)
    const kept = Object.entries(subject.roles).filter(([held]) => !isGone(held))
    update({ ...subject, roles: Object.fromEntries(kept) })
  }
  const leave = (groupId: string, userId: string) => {
    members.delete(groupId, userId)
    const user = get(userId)
    if (user) update({ ...user, groups: (user.groups ?? []).filter((id) => id !== groupId) })
  }

  return {
    get,
    add: (subject) => {
      subjects.insert(scope, subject.id, subject)
      for (const path of Object.keys(subject.roles)) holders.insert(path, subject.id, subject.id)
    },
    update,
    remove: (id) => {
      const { roles = {}, groups = [] } = get(id) ?? {}
      for (const path of Object.keys(roles)) holders.delete(path, id)
      for (const groupId of groups) leave(groupId, id)
      for (const userId of members.list(id)) leave(id, userId)
      subjects.delete(scope, id)
    },
    grant: (id, path, role) => {
      const subject = get(id)
      if (!subject) return
      if (subject.roles[path] === undefined) holders.insert(path, id, id)
      update({ ...subject, roles: { ...subject.roles, [path]: role } })
    },
    revoke,
    forget: (path) => {
      for (const id of holders.list(path)) revoke(id, path)
    },
    holders: (path) => all(holders.list(path)),
    join: (groupId, userId) => {
      const user = get(userId)
      if (!user || user.groups?.includes(groupId)) return
      members.insert(groupId, userId, userId)
      update({ ...user, groups: [...(user.groups ?? []), groupId] })
    },
    leave,
    members: (groupId) => all(members.list(groupId)),
  }
}
