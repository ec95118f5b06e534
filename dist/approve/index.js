require('../bundle/index.js').run('approve')
