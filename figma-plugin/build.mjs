import { readFile, writeFile, mkdir } from 'node:fs/promises'
import { build } from 'esbuild'

/** Makes dist/: main.js for Figma's sandbox, and ui.html with everything in it, as Figma wants it. */
export async function buildPlugin() {
  const root = import.meta.dirname
  const shared = { bundle: true, format: 'iife', legalComments: 'none', absWorkingDir: root, logLevel: 'warning' }
  await mkdir(`${root}/dist`, { recursive: true })
  await build({ ...shared, entryPoints: ['src/main/main.ts'], outfile: 'dist/main.js', target: 'es2020' })
  const ui = await build({ ...shared, entryPoints: ['src/ui/window.ts'], write: false, target: 'es2022', minify: true })
  const style = await build({ ...shared, entryPoints: ['src/ui/window.css'], write: false, minify: true })
  const page = await readFile(`${root}/src/ui/window.html`, 'utf8')
  // A script in a page ends at the first "</script", wherever it stands.
  const script = ui.outputFiles[0].text.replaceAll('</script', '<\\/script')
  await writeFile(
    `${root}/dist/ui.html`,
    page.replace('/* style */', () => style.outputFiles[0].text).replace('/* script */', () => script),
  )
}

if (process.argv[1] === import.meta.filename) await buildPlugin()
