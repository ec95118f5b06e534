require('../bundle/index.js').run('run-pipeline', 'post')
