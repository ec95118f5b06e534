require('../bundle/index.js').run('api')
