import { run } from '../bundle/index.js'
await run('run-pipeline')
