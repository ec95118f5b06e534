require('../bundle/index.js').run('create-delta')
