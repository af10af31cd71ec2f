import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { Browser, missingBrowser } from './support/browser'

/** The page that `--report` writes, in a real browser; the module's own tests leave samples of it. */
const PAGES = resolve('../report/target/pages')
const skip = missingBrowser() || missingPages()

function missingPages(): string | false {
  if (existsSync(`${PAGES}/rich.html`)) return false
  const words = `${PAGES} is missing: build the project first, with its tests`
  if (process.env.CI === 'true') throw new Error(words)
  return words
}

let browser: Browser

before(async () => {
  if (skip === false) browser = await Browser.start()
})

after(async () => browser?.close())

async function opened(name: string, width = 1200, scheme: 'light' | 'dark' = 'light') {
  const url = pathToFileURL(`${PAGES}/${name}.html`).href
  const found = await browser.page('about:blank')
  await found.page.setViewportSize({ width, height: 900 })
  await found.page.emulateMedia({ colorScheme: scheme })
  found.requests.length = 0
  await found.page.goto(url)
  return { ...found, url }
}

/** With SLUICE_SHOTS=folder, what a page looks like. */
async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SLUICE_SHOTS) await page.screenshot({ path: `${process.env.SLUICE_SHOTS}/report-${name}.png`, fullPage: true })
}

/** Texts whose contrast with what lies behind them is below what WCAG 2.2 asks for (1.4.3, AA). */
function faintTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Color = [number, number, number, number]
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
    const parse = (text: string): Color => {
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = text
      canvas.fillRect(0, 0, 1, 1)
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data
      return [r, g, b, a / 255]
    }
    const luminance = ([r, g, b]: Color): number => {
      const linear = (channel: number): number => channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4
      return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }
    const ground = (element: Element): Color => {
      const cell = element.closest('.cell')
      if (cell) return parse(getComputedStyle(cell.querySelector('rect') as Element).fill)
      for (let at: Element | null = element; at; at = at.parentElement) {
        const color = parse(getComputedStyle(at).backgroundColor)
        if (color[3] > 0.99) return color
      }
      return parse(getComputedStyle(document.body).backgroundColor)
    }
    const faint: string[] = []
    for (const element of document.querySelectorAll('body *')) {
      // What pictures of documents and samples of type say is the designer's.
      if (element.closest('.canvas, .sample, script, title, .unseen') || !element.checkVisibility()) continue
      const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join('').trim()
      if (text === '') continue
      const style = getComputedStyle(element)
      const above = luminance(parse(element instanceof SVGElement ? style.fill : style.color))
      const below = luminance(ground(element))
      const ratio = (Math.max(above, below) + 0.05) / (Math.min(above, below) + 0.05)
      if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${element.tagName}.${element.getAttribute('class')}: ${text.slice(0, 40)}`)
    }
    return faint
  })
}

for (const [scheme, width] of [['light', 1200], ['dark', 1200], ['light', 400]] as const) {
  test(`nothing is complained of, asked for, cut off or too faint: ${scheme}, ${width} wide`, { skip }, async () => {
    const { page, problems, requests, url } = await opened('rich', width, scheme)
    for (const fold of await page.locator('details').all()) await fold.evaluate((one: HTMLDetailsElement) => { one.open = true })

    assert.deepEqual(await faintTexts(page), [])
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0)
    await shot(page, `${scheme}-${width}`)
    assert.deepEqual(problems, [])
    assert.deepEqual(requests, [url])
    await page.close()
  })
}

test('the switch of colours works, and by keyboard', { skip }, async () => {
  const { page } = await opened('rich', 1200, 'light')
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await ground()

  await page.focus('#shade-auto')
  await page.keyboard.press('ArrowLeft')
  const dark = await ground()
  await page.keyboard.press('ArrowLeft')

  assert.notEqual(dark, light)
  assert.equal(await ground(), light)
  await page.close()
})

test('everything is named, and Tab and arrow keys reach it', { skip }, async () => {
  const { page } = await opened('rich')
  const unnamed = await page.evaluate(() => [
    ...[...document.querySelectorAll('svg:not([aria-hidden])')].filter((one) => !one.getAttribute('aria-label')),
    ...[...document.querySelectorAll('.cell')].filter((one) => !one.querySelector('title')?.textContent),
    ...[...document.querySelectorAll('input')].filter((one) => !one.labels?.length),
    ...[...document.querySelectorAll('section')].filter((one) => !document.getElementById(one.getAttribute('aria-labelledby') ?? '')),
  ].map((one) => one.outerHTML.slice(0, 200)))
  assert.deepEqual(unnamed, [])

  const reached = new Set<string>()
  for (let times = 0; times < 60; times++) {
    await page.keyboard.press('Tab')
    reached.add(await page.evaluate(() => {
      const at = document.activeElement
      return at?.id || at?.closest('.map')?.getAttribute('class') || (at?.matches('[data-overlay]') ? 'overlay' : '') || at?.tagName || ''
    }))
  }
  for (const wanted of ['token-filter', 'map treemap large', 'map minimap', 'marks', 'overlay', 'problem-filter', 'SUMMARY']) {
    assert.ok(reached.has(wanted), `${wanted} is not reached: ${[...reached].join(' | ')}`)
  }
  await page.focus('.treemap.large .cell[tabindex="0"]')
  await page.keyboard.press('ArrowRight')
  assert.match(await page.locator('.told').first().textContent() ?? '', /^Catalogue: 9,100 of 22,500 nodes changed \(40 %\)/)
  await page.keyboard.press('End')
  assert.match(await page.locator('.told').first().textContent() ?? '', /^Cover: 0 of 2,000/)
  await page.close()
})

test('filters leave what has the words, and say how many', { skip }, async () => {
  const { page } = await opened('rich')
  await page.fill('#token-filter', 'COLOR muted')
  assert.deepEqual(await page.locator('.token:visible h3').allTextContents(), ['color.text.muted'])
  assert.equal(await page.textContent('#token-filter-found'), '1 of 10 tokens')
  await page.fill('#token-filter', '')
  assert.equal(await page.locator('.token:visible').count(), 10)

  await page.fill('#problem-filter', 'lays them out')
  assert.deepEqual(await page.locator('.problem:visible code').allTextContents(), ['layout-pending'])
  await page.close()
})

test('one picture over the other, and outlines on and off', { skip }, async () => {
  const { page } = await opened('rich')
  const picture = page.locator('.picture').first()
  await picture.scrollIntoViewIfNeeded()
  await picture.locator('[data-overlay]').check()
  const [was, is] = [await picture.locator('.was svg').boundingBox(), await picture.locator('.is svg').boundingBox()]
  assert.deepEqual(was, is)
  await picture.locator('input[type=range]').fill('20')
  assert.equal(await picture.locator('.is').evaluate((one) => getComputedStyle(one).clipPath), 'inset(0px 0px 0px 20%)')
  await shot(page, 'overlay')

  assert.ok(await picture.locator('.mark').first().isVisible())
  await page.uncheck('#marks')
  assert.equal(await picture.locator('.mark').first().isVisible(), false)
  await page.close()
})

test('names that mean harm stay names', { skip }, async () => {
  const { page, problems, requests, url } = await opened('harmful')
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await page.fill('#token-filter', '<script>')
  assert.equal(await page.locator('.token:visible').count(), 1)

  assert.equal(await page.locator('img, iframe, object, [onerror], [onload], [style]').count(), 0)
  assert.equal(await page.locator('script').count(), 1)
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).color), 'rgb(255, 0, 0)')
  assert.deepEqual([...dialogs, ...problems], [])
  assert.deepEqual(requests, [url])
  await page.close()
})

test('the fullest report there can be still opens, and the emptiest too', { skip }, async () => {
  const { page, problems } = await opened('full')
  assert.ok(await page.locator('.token').count() > 10)
  assert.deepEqual(problems, [])
  await page.close()
  const empty = await opened('empty', 400)
  assert.match(await empty.page.textContent('#tokens') ?? '', /No token changed anything/)
  assert.deepEqual(empty.problems, [])
  await empty.page.close()
})
