import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { generateDocument } from './fake/generate'
import type { FakeDocument } from './fake/document'
import { Browser, missingBrowser, type Opened } from './support/browser'
import { startServer, type TestServer } from './support/servers'

/**
 * The window in a real browser, the plugin's other half in the fake, a server over real sockets; the
 * server is the one of live.test.ts. The ports are those of the manifest.
 */
const PORT = 7_779
const skip = missingBrowser()

let browser: Browser
let server: TestServer

before(async () => {
  if (skip !== false) return
  server = await startServer(PORT)
  browser = await Browser.start()
})

after(async () => {
  await browser?.close()
  await server?.remove()
})

const small = () => generateDocument({ layers: 600, layersPerPage: 300, seed: 2 })

/** With SLUICE_SHOTS=folder, what a screen looks like. */
async function shot({ page }: Opened, name: string): Promise<void> {
  if (process.env.SLUICE_SHOTS) await page.screenshot({ path: `${process.env.SLUICE_SHOTS}/${name}.png` })
}

async function paired(document: FakeDocument, storage?: Map<string, unknown>): Promise<Opened> {
  const opened = await browser.open(document, storage)
  const { frame } = opened
  await frame.fill('#port', String(PORT))
  await frame.fill('#code', server.code)
  await frame.press('#code', 'Enter')
  await frame.waitForSelector('#apply:not([disabled])')
  return opened
}

async function closed({ page, plugin, problems }: Opened): Promise<void> {
  plugin.close()
  await page.close()
  assert.deepEqual(problems, [])
}

test('pairing: a wrong code, then the right one', { skip }, async () => {
  const opened = await browser.open(small())
  const { frame } = opened
  await shot(opened, 'offline')
  await frame.fill('#port', String(PORT))
  await frame.fill('#code', 'wrng-code')
  await frame.click('#connect')

  await frame.waitForSelector('[role=alert]')
  assert.match(await frame.textContent('[role=alert]') ?? '', /pairing code is wrong/)
  await shot(opened, 'wrong-code')
  assert.equal(await frame.inputValue('#code'), 'wrng-code')
  await frame.fill('#code', server.code)
  await frame.click('#connect')
  await frame.waitForSelector('#dry-run:not([disabled])')

  assert.match(await frame.textContent('#status') ?? '', /\d+ tokens in \d+ sets/)
  await shot(opened, 'ready')
  await closed(opened)
})

test('a port where nothing listens is told', { skip }, async () => {
  const opened = await browser.open(small())
  const { frame } = opened
  await frame.fill('#port', '7778')
  await frame.fill('#code', 'ABCD-EFGH')

  await frame.click('#connect')
  await frame.waitForSelector('[role=alert]')

  assert.match(await frame.textContent('[role=alert]') ?? '', /Nothing answers at localhost:7778/)
  await closed(opened)
})

test('settings, dry run, a click on a layer, and the run itself', { skip }, async () => {
  const document = small()
  const opened = await paired(document)
  const { frame, plugin } = opened
  await frame.check('#scope-pages')
  await frame.check('[id="page-2:1"]')
  await shot(opened, 'ready-pages')
  await frame.check('#scope-document')
  const theme = await frame.locator('select[id^="theme-"]').first()
  await theme.selectOption({ label: 'dark' })

  await frame.click('#dry-run')
  await frame.waitForSelector('#confirm')
  await shot(opened, 'dry-run')
  assert.match(await frame.textContent('.headline') ?? '', /\d+ layers would change/)
  assert.equal(document.writes, 0)
  await frame.locator('button.layer').last().click()
  for (let times = 0; times < 100 && plugin.figma.selection.length === 0; times++) await new Promise((done) => setTimeout(done, 20))
  assert.equal(plugin.figma.selection.length, 1)

  await frame.click('#confirm')
  await frame.waitForFunction(() => window.document.querySelector('.headline')?.textContent?.startsWith('Done'))
  await shot(opened, 'done')
  assert.ok(document.writes > 300)
  assert.match(await frame.textContent('#spoken') ?? '', /^Done: /)
  await frame.click('#back')
  await frame.click('#runs summary')
  await frame.waitForSelector('[id^="revert-"]')
  await shot(opened, 'runs')
  await closed(opened)
})

test('another policy shows how many overrides there would be before it asks', { skip }, async () => {
  const document = small()
  const opened = await paired(document)
  const { frame } = opened
  await frame.check('#scope-document')
  await frame.selectOption('#instances', 'all')

  await frame.click('#apply')
  await frame.waitForSelector('#confirm')

  assert.match(await frame.textContent('#screen') ?? '', /Up to \d+ layers of instances would get overrides/)
  assert.match(await frame.textContent('#confirm') ?? '', /Apply, \d+ override/)
  await shot(opened, 'overrides')
  assert.equal(document.writes, 0)
  await closed(opened)
})

test('pause, a killed server, a reopened plugin, resume', { skip }, async () => {
  const document = generateDocument({ layers: 20_000, layersPerPage: 5_000, seed: 2 })
  const storage = new Map<string, unknown>()
  const first = await paired(document, storage)
  await first.frame.check('#scope-document')
  await first.frame.click('#apply')
  await first.frame.waitForSelector('#pause')
  for (let times = 0; times < 500 && document.writes < 500; times++) await new Promise((done) => setTimeout(done, 10))

  await first.frame.click('#pause')
  await first.frame.waitForSelector('#proceed')
  await first.frame.click('#proceed')
  await first.frame.waitForSelector('#pause')
  await server.kill()
  await first.frame.waitForSelector('#leave')
  await shot(first, 'reconnecting')
  const { writes } = document
  await closed(first)
  await server.start()
  const second = await browser.open(document, storage)
  await second.frame.waitForSelector('#resume')
  await shot(second, 'resume')
  await second.frame.click('#resume')
  await second.frame.waitForSelector('#cancel')
  for (let times = 0; times < 500 && document.writes === writes; times++) await new Promise((done) => setTimeout(done, 10))
  assert.ok(document.writes > writes)
  await second.frame.click('#cancel')
  await second.frame.waitForSelector('.headline')

  assert.match(await second.frame.textContent('.headline') ?? '', /^Cancelled/)
  await shot(second, 'cancelled')
  await closed(second)
})

test('everything can be reached and is named', { skip }, async () => {
  const opened = await paired(small())
  const { frame, page } = opened
  const unnamed = await frame.evaluate(() =>
    [...window.document.querySelectorAll('input, select, button')]
      .filter((element) => (element as HTMLInputElement).labels?.length === 0 && element.textContent?.trim() === '')
      .map((element) => element.outerHTML))
  assert.deepEqual(unnamed, [])
  await frame.focus('#disconnect')
  const reached = new Set<string>()
  for (let times = 0; times < 20; times++) {
    await page.keyboard.press('Tab')
    reached.add(await frame.evaluate(() => window.document.activeElement?.id ?? ''))
  }
  for (const id of ['instances', 'dry-run', 'apply']) assert.ok(reached.has(id), `${id} is not reached: ${[...reached].join(' ')}`)
  await closed(opened)
  const dark = await browser.open(small(), new Map(), true)
  await shot(dark, 'offline-dark')
  await closed(dark)
})
