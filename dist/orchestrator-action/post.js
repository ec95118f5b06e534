require('../bundle/index.js').run('orchestrator', 'post')
