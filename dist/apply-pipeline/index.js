require('../bundle/index.js').run('apply-pipeline')
