require('../bundle/index.js').run('preview-gate')
