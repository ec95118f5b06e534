require('../bundle/index.js').run('environment')
