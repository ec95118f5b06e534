import { orchestrator } from '../shared/index.js'
await orchestrator()
