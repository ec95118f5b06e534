/**
 * The pipeline that every application has: it deploys a set, or makes one from a delta first. A redeployment brings
 * the set of its deployment with it.
 */
export const defaultPipelineYaml = `id: default
name: Default
on:
  deployment_request: {}
concurrency:
  group: default-deploy-\${{ inputs.env_id }}
jobs:
  deploy:
    name: Deploy
    steps:
      - id: create-deployment-set
        name: Create Deployment Set
        if: \${{ ! inputs.set_id }}
        uses: actions/humanitec/apply@v1
        with:
          env_id: \${{ inputs.env_id }}
          delta_id: \${{ inputs.delta_id }}
      - name: Deploy Set To Environment
        uses: actions/humanitec/deploy@v1
        with:
          env_id: \${{ inputs.env_id }}
          set_id: \${{ inputs.set_id || steps.create-deployment-set.outputs.set_id }}
          value_set_version_id: \${{ inputs.value_set_version_id }}
          message: \${{ inputs.comment }}
`
