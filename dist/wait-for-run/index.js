import { run } from '../bundle/index.js'
await run('wait-for-run')
