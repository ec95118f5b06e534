import { run } from '../shared/index.js'
await run('register-artefact')
