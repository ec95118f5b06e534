import type { Account } from './state.ts'

export const accountBody = ({ login, type }: Account) => ({ login, type, id: 1000 + login.length, site_admin: false })

export const userBody = (login: string) => accountBody({ login, type: login.endsWith('[bot]') ? 'Bot' : 'User' })
