// Renders the golden files of the reports to HTML, to be looked at in a browser: what people see on GitHub, nearly.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { marked } from 'marked'

const root = join(import.meta.dirname, '..')
const golden = join(root, 'test/report/golden')
const folder = join(root, 'build/report')

/** As much of GitHub's looks as decides how a report reads. */
const style = `
  body { margin: 0 auto; padding: 32px; max-width: 900px; color: #1f2328; background: #fff;
    font: 14px/1.5 -apple-system, BlinkMacSystemFont, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif, 'Noto Color Emoji'; }
  article { padding: 16px; border: 1px solid #d1d9e0; border-radius: 6px; overflow-wrap: break-word; }
  h1 { font-size: 16px; color: #59636e; }
  h3, h4 { margin: 24px 0 16px; font-weight: 600; line-height: 1.25; }
  article > h3:first-of-type { margin-top: 0; }
  h3 { font-size: 1.25em; }
  h4 { font-size: 1em; }
  p, ul, pre, details { margin: 0 0 16px; }
  ul { padding-left: 2em; }
  a { color: #0969da; text-decoration: underline; }
  table { display: block; width: max-content; max-width: 100%; overflow: auto; margin: 0 0 16px; border-collapse: collapse; }
  th, td { padding: 6px 13px; border: 1px solid #d1d9e0; text-align: left; }
  tr:nth-child(2n) { background: #f6f8fa; }
  code { padding: .2em .4em; border-radius: 6px; background: #818b981f; font: 85% ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
  pre { padding: 16px; overflow: auto; border-radius: 6px; background: #f6f8fa; line-height: 1.45; }
  pre code { padding: 0; background: none; }
`

const page = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>${title}</title>\n<style>${style}</style>\n<h1>${title}</h1>\n${body}</html>\n`

const names = readdirSync(golden)
  .filter((name) => name.endsWith('.md'))
  .sort()

mkdirSync(folder, { recursive: true })
for (const name of names) {
  const html = await marked.parse(readFileSync(join(golden, name), 'utf8'), { gfm: true })
  writeFileSync(join(folder, name.replace(/md$/, 'html')), page(name, `<article>\n${html}</article>\n`))
}
const links = names.map((name) => `<li><a href="${name.replace(/md$/, 'html')}">${name}</a></li>`)
writeFileSync(join(folder, 'index.html'), page('Reports', `<ul>\n${links.join('\n')}\n</ul>\n`))
console.log(join(folder, 'index.html'))
