import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { generateDocument } from './fake/generate'
import { Browser, missingBrowser } from './support/browser'
import { Desk } from './support/desk'
import { startServer, type TestServer } from './support/servers'

/** The page of the real server in a real browser, while a plugin is at work. */
const PORT = 7_979
const NAME = 'Shop <img src=x onerror=document.title="hit"> & Co'
const skip = missingBrowser() || (process.env.SLUICE_COMMAND ? false : 'only the real server has a page; SLUICE_COMMAND is not set')

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

test('the page shows the code, the open file, a run as it goes, and how to take it back', { skip }, async (context) => {
  const { page, problems } = await browser.page(`http://localhost:${PORT}/`)
  await page.waitForFunction((code) => document.querySelector('#code')?.textContent === code, server.code)
  assert.equal(await page.textContent('#connection'), 'connected')
  assert.match(String(await page.textContent('#tokens')), /\d+ tokens in 3 sets, 2 themes/)

  const shop = generateDocument({ layers: 2_000, layersPerPage: 500, seed: 5 })
  shop.name = NAME
  const desk = new Desk(shop, server)
  context.after(() => desk.close())
  await desk.ready()
  await page.waitForFunction((name) => document.querySelector('#files li')?.textContent === name, NAME)
  await desk.run('apply')

  await page.waitForSelector('.run.done')
  const run = page.locator('.run').first()
  assert.equal(await run.locator('.file').textContent(), NAME)
  const { changed } = desk.session.model.result?.done.counts ?? { changed: -1 }
  assert.match(String(await run.locator('dl').textContent()), new RegExp(`changed${changed.toLocaleString('en')}`))
  assert.match(String(await run.textContent()), /sluice figma revert \d{8}-\d{6}-[a-z2-7]{4}/)
  assert.equal(await page.title(), 'Sluice · live')
  assert.equal(await page.locator('img').count(), 0)
  if (process.env.SLUICE_SHOTS) await page.screenshot({ path: `${process.env.SLUICE_SHOTS}/page.png`, fullPage: true })

  await server.kill()
  await page.waitForFunction(() => document.querySelector('#connection')?.textContent?.includes('gone'))
  await server.start()
  await page.waitForFunction((code) => document.querySelector('#code')?.textContent === code, server.code)
  assert.equal(await page.locator('.run.done').count(), 1)
  await page.close()
  assert.deepEqual(problems.filter((one) => !/ERR_CONNECTION|ERR_INCOMPLETE/.test(one)), [])
})
