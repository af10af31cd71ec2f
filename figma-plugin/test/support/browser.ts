import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright-core'
import type { ToMain, ToUi } from '../../src/shared/bridge'
import { RealClock } from '../fake/clock'
import type { FakeDocument } from '../fake/document'
import { COSTS } from '../fake/handle'
import { Plugin } from '../fake/host'

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Without a browser these tests cannot run; in CI that is a failure. */
export function missingBrowser(): string | false {
  if (existsSync(CHROMIUM)) return false
  if (process.env.CI === 'true') throw new Error(`${CHROMIUM} is missing: run figma-plugin/install-browser.sh`)
  return `${CHROMIUM} is missing: run figma-plugin/install-browser.sh`
}

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]

/** A browser that shows the plugin's window as Figma does: in a frame without an origin, 340 by 520. */
export class Browser {
  private readonly plugins: Plugin[] = []

  private constructor(
    private readonly context: BrowserContext,
    private readonly profile: string,
  ) {}

  static async start(): Promise<Browser> {
    const profile = mkdtempSync(join(tmpdir(), 'sluice-window-'))
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: CHROMIUM, args: FLAGS, viewport: { width: 340, height: 520 }, deviceScaleFactor: 2,
    })
    return new Browser(context, profile)
  }

  /** An ordinary page, what it complains of, and what it asks for. */
  async page(url: string): Promise<{ page: Page; problems: string[]; requests: string[] }> {
    const page = await this.context.newPage()
    const problems: string[] = []
    const requests: string[] = []
    page.on('pageerror', (error) => problems.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    page.on('request', (request) => requests.push(request.url()))
    await page.setViewportSize({ width: 1000, height: 720 })
    await page.goto(url)
    return { page, problems, requests }
  }

  async open(document: FakeDocument, storage = new Map<string, unknown>(), dark = false): Promise<Opened> {
    const page = await this.context.newPage()
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(String(error)))
    page.on('console', (message) => {
      // A server that is not there is an error to the browser; that is what some tests are about.
      if (message.type() === 'error' && !message.text().includes('WebSocket connection')) problems.push(message.text())
    })
    let plugin: Plugin | null = null
    let post: (message: ToMain) => void = () => {}
    let frame: Frame | null = null
    const early: ToUi[] = []
    const show = (message: ToUi) => {
      if (frame === null) early.push(message)
      else frame.evaluate((pluginMessage) => window.postMessage({ pluginMessage }, '*'), message).catch(() => {})
    }
    await page.exposeFunction('toMain', (message: ToMain) => post(message))
    await page.setContent(`<style>body { margin: 0 } iframe { border: 0; width: 340px; height: 520px; display: block }</style>
      <script>onmessage = (event) => event.data.pluginMessage && toMain(event.data.pluginMessage)</script>`)
    const options = { clock: new RealClock(), costs: COSTS, answerMillis: 4, fontMillis: 4, countsHandles: false }
    plugin = new Plugin(document, options, storage, (toMain) => {
      post = toMain
      return { fromMain: show, close: () => {} }
    })
    let html = readFileSync('dist/ui.html', 'utf8')
    if (dark) html = html.replace('<html ', '<html class="figma-dark" ')
    this.plugins.push(plugin)
    await page.evaluate((srcdoc) => {
      const inner = window.document.createElement('iframe')
      inner.setAttribute('sandbox', 'allow-scripts allow-forms')
      inner.srcdoc = srcdoc
      window.document.body.append(inner)
    }, html)
    await page.waitForFunction(() => window.frames.length > 0)
    frame = page.frames().find((one) => one !== page.mainFrame()) as Frame
    await frame.waitForSelector('#code')
    early.splice(0).forEach(show)
    return { page, frame, plugin, problems }
  }

  async close(): Promise<void> {
    for (const plugin of this.plugins) plugin.close()
    await this.context.close()
    rmSync(this.profile, { recursive: true, force: true })
  }
}

export interface Opened {
  page: Page
  frame: Frame
  plugin: Plugin
  problems: string[]
}
