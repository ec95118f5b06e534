/** A pipeline file with every key of the language in it. */
export const everyKeyYaml = `id: promote-to-production
name: Promote
metadata:
  team: payments
  "cost centre": "42"
on:
  deployment_request: {}
  pipeline_call:
    inputs:
      env_id:
        type: string
        required: true
        description: Where to deploy
      attempts:
        type: number
        default: 3
      force: {type: boolean, default: false}
      artefacts: {type: array, default: [a, b]}
      options: {type: object, default: {mode: fast}}
  artefact:
    type: container
    include: ["^ghcr\\\\.io/acme/.*"]
    exclude: [test$]
    match-ref: ^refs/heads/main$
    batch: {wait-minutes: 5}
timeout-minutes: 1440
concurrency:
  group: deploy-\${{ inputs.env_id }}
permissions:
  application: developer
  env-types:
    production: deployer
jobs:
  prepare:
    name: Prepare
    timeout-minutes: 10
    continue-on-error: true
    outputs:
      set_id: \${{ steps.apply.outputs.set_id }}
    steps:
      - id: apply
        name: Apply the delta
        uses: actions/humanitec/apply@v1
        with:
          env_id: \${{ inputs.env_id }}
          delta_id: \${{ inputs.delta_id }}
        if: "! inputs.set_id"
        continue-on-error: true
        timeout-minutes: 5
      - uses: native://actions/humanitec/log
        if: always()
        with: {message: "done: \${{ steps.apply.status }}"}
  release:
    needs: [prepare]
    if: \${{ needs.prepare.outputs.set_id && failure() }}
    steps:
      - uses: actions/humanitec/approve@v1
        with: {environment: production, message: Release?}
      - uses: native://actions/humanitec/deploy@v1
        with:
          env_id: production
          set_id: \${{ needs.prepare.outputs.set_id }}
          value_set_version_id:
          message: From \${{ pipeline.id }}
          comment: x
      - uses: actions/humanitec/wait-for-readiness
        with: {env_id: production, timeout_minutes: 5}
      - uses: actions/humanitec/create-delta
        with: {env_id: staging, workload_artefacts: "\${{ inputs.workload_artefacts }}", container_artefacts: [a]}
      - uses: actions/humanitec/clone
        with: {from_env_id: staging, to_env_id: production, from_deployment_id: d1}
      - uses: actions/humanitec/http
        with:
          method: POST
          url: https://hooks.example.com
          headers: {Authorization: "Bearer \${{ app.values.hook-token }}"}
          data: {text: [released, "\${{ inputs.env_id }}", 1, true, null]}
      - uses: actions/humanitec/github-workflow
        with:
          repo: acme/shop
          ref: main
          workflow: .github/workflows/test.yml
          access_token: \${{ app.values.github-token }}
          inputs: {env: staging}
          request_uid_input: uid
      - uses: actions/humanitec/fail
        if: false
        with: {message: Stop}
`
