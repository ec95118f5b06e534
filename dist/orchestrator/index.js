import { orchestrator } from '../bundle/index.js'
await orchestrator()
