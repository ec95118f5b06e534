require('../bundle/index.js').run('report')
