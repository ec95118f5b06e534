// A step's process that says what it is given by every way there is: `node say.ts <file of texts>`.
import { readFileSync } from 'node:fs'
import { createRunner } from '../../src/runner/runner.ts'

const texts = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as string[]
const runner = createRunner()
for (const [index, text] of texts.entries()) {
  runner.info(text)
  runner.debug(text)
  runner.notice(text, { title: text, file: text, line: 1, column: 2 })
  runner.warning(text)
  runner.error(text, { title: text })
  runner.startGroup(text)
  runner.endGroup()
  runner.setOutput(`output-${index}`, text)
  runner.saveState(`state-${index}`, text)
  runner.exportVariable(`VARIABLE_${index}`, text)
}
