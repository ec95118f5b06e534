import { run } from '../bundle/index.js'
await run('create-delta')
