require('../bundle/index.js').run('deploy')
