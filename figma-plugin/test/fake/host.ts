import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import type { ToMain, ToUi } from '../../src/shared/bridge'
import { cloneMessage } from './clone'
import type { FakeDocument } from './document'
import { FakeFigma, type FakeOptions } from './figma'

/** The window's half of a plugin, as the host sees it. */
export interface Window {
  fromMain(message: ToUi): void
  close(): void
}

/** Way of a message between the two halves, in milliseconds. */
const HOP_MILLIS = 0.2

let script: vm.Script | undefined

/** The real plugin, as it was built. */
function mainScript(): vm.Script {
  script ??= new vm.Script(readFileSync(process.env.SLUICE_PLUGIN_MAIN ?? 'dist/main.js', 'utf8'), { filename: 'main.js' })
  return script
}

/** What passed between the two halves. */
export class Traffic {
  messageBytesMax = 0
  inFlightBytes = 0
  inFlightBytesMax = 0

  sent(bytes: number): void {
    this.messageBytesMax = Math.max(this.messageBytesMax, bytes)
    this.inFlightBytes += bytes
    this.inFlightBytesMax = Math.max(this.inFlightBytesMax, this.inFlightBytes)
  }

  arrived(bytes: number): void {
    this.inFlightBytes -= bytes
  }
}

/**
 * A running plugin: `main.js` in a sandbox of its own that has what Figma's has, and nothing more (no
 * DOM, no sockets), a window, and the way between them. Closing it lets nothing of it run on.
 */
export class Plugin {
  readonly figma: FakeFigma
  readonly traffic: Traffic
  private readonly window: Window
  private onmessage: ((message: ToMain) => void) | null = null
  private readonly events = new Map<string, (() => void)[]>()
  private closed = false
  private waiting: ToMain[] = []

  /**
   * @param storage what the plugin keeps on this machine
   * @param openWindow makes the window's half; it may post at once
   */
  constructor(
    document: FakeDocument,
    private readonly options: FakeOptions,
    storage: Map<string, unknown>,
    openWindow: (post: (message: ToMain) => void) => Window,
    traffic = new Traffic(),
  ) {
    this.traffic = traffic
    this.figma = new FakeFigma(document, options)
    const plugin = this
    const ui = {
      postMessage: (message: ToUi) => this.toWindow(message),
      set onmessage(callback: (message: ToMain) => void) {
        plugin.onmessage = callback
        for (const message of plugin.waiting.splice(0)) plugin.toMain(message)
      },
    }
    const on = (event: string, callback: () => void) => this.events.set(event, [...(this.events.get(event) ?? []), callback])
    const api = this.figma.api({ ui, showUI: () => {}, on }, storage)
    const { clock } = options
    const sandbox = vm.createContext({
      figma: api,
      __html__: '',
      setTimeout: (callback: () => void, millis = 0) => clock.after(millis, () => this.closed || callback()),
    })
    const date = vm.runInContext('Date', sandbox) as DateConstructor
    date.now = () => clock.now()
    this.window = openWindow((message) => this.toMain(message))
    mainScript().runInContext(sandbox)
  }

  /** Something the user does on the canvas. */
  fire(event: string): void {
    for (const callback of this.events.get(event) ?? []) callback()
  }

  /** The user closes the plugin, or the tab. */
  close(): void {
    if (this.closed) return
    this.fire('close')
    this.closed = true
    this.figma.close()
    this.window.close()
  }

  private toWindow(message: ToUi): void {
    if (this.closed) return
    const { copy, bytes } = cloneMessage(message)
    this.traffic.sent(bytes)
    this.options.clock.after(HOP_MILLIS, () => {
      this.traffic.arrived(bytes)
      if (!this.closed) this.window.fromMain(copy)
    })
  }

  private toMain(message: ToMain): void {
    if (this.closed) return
    if (this.onmessage === null) {
      this.waiting.push(message)
      return
    }
    const { copy, bytes } = cloneMessage(message)
    this.traffic.sent(bytes)
    this.options.clock.after(HOP_MILLIS, () => {
      this.traffic.arrived(bytes)
      if (!this.closed) this.onmessage?.(copy)
    })
  }
}
