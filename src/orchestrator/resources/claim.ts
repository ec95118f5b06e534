import type { components } from '../../contract/schema.ts'

/** What holds on to a definition: a resource that was made from it, or is about to be. */
export type Claim = Pick<
  components['schemas']['ActiveResourceResponse'],
  | 'org_id'
  | 'app_id'
  | 'env_id'
  | 'env_type'
  | 'res_id'
  | 'type'
  | 'class'
  | 'def_id'
  | 'def_version_id'
  | 'target_def_version_id'
  | 'criteria_id'
>
