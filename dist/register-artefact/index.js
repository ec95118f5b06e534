require('../bundle/index.js').run('register-artefact')
