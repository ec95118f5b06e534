import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository whose `uses:` references mean this checkout. Forks keep the name, so any owner is accepted. */
export const PROJECT = { owner: 'humanitec-actions', repo: 'humanitec-actions' } as const

export const PROJECT_ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
