import { shop } from './a-shop.ts'

/** A pipeline that says hello, when called and when a deployment is asked for. */
export const hello = `# Says hello
name: Hello
id: hello
metadata: { team: web }
on:
  pipeline_call: {}
  deployment_request: {}
jobs:
  go:
    steps:
      - { uses: actions/humanitec/log@v1, with: { message: Hello } }
`

export const helloPath = `${shop}/pipelines/hello`
