require('../bundle/index.js').run('wait-for-run')
