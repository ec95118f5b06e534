import { accessMutations } from './access.ts'
import { githubMutations } from './github.ts'
import type { Mutation } from './mutation.ts'
import { orchestratorMutations } from './orchestrator.ts'
import { requestMutations } from './requests.ts'
import { textMutations } from './text.ts'

export const mutations: readonly Mutation[] = [
  ...requestMutations,
  ...textMutations,
  ...githubMutations,
  ...accessMutations,
  ...orchestratorMutations,
]
