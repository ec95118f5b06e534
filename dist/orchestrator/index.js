require('../bundle/index.js').orchestrator()
