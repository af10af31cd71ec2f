import { WebSocket } from 'ws'
import type { ToMain, ToUi } from '../../src/shared/bridge'
import type { Env, Socket } from '../../src/ui/env'
import { Session } from '../../src/ui/session'
import { RealClock } from '../fake/clock'
import type { FakeDocument } from '../fake/document'
import { COSTS } from '../fake/handle'
import { Plugin, type Window } from '../fake/host'
import type { TestServer } from './servers'

const WAIT_MILLIS = 60_000

/** A plugin in real time that talks to a real socket. */
export class Desk {
  readonly storage = new Map<string, unknown>()
  plugin: Plugin | null = null
  private window: DeskWindow | null = null

  constructor(
    readonly document: FakeDocument,
    readonly server: TestServer,
  ) {}

  get session(): Session {
    return (this.window as DeskWindow).session
  }

  get phase(): string {
    return this.session.model.phase
  }

  open(): void {
    const options = { clock: new RealClock(), costs: COSTS, answerMillis: 0, fontMillis: 1, countsHandles: false }
    this.plugin = new Plugin(this.document, options, this.storage, (post) => (this.window = new DeskWindow(post)))
  }

  close(): void {
    this.plugin?.close()
    this.plugin = null
  }

  async until(what: () => boolean): Promise<void> {
    const end = Date.now() + WAIT_MILLIS
    while (!what()) {
      if (Date.now() > end) throw new Error(`waited for a minute; the plugin is ${this.phase}: ${this.session.model.notice?.text ?? ''}`)
      await new Promise((done) => setTimeout(done, 1))
    }
  }

  async ready(): Promise<void> {
    this.open()
    await this.until(() => this.session.model.file !== null)
    this.session.pair(this.server.port, this.server.code)
    await this.until(() => ['ready', 'offline'].includes(this.phase))
    this.session.set({ scope: 'document' })
  }

  async run(how: 'apply' | 'dryRun' | 'confirm'): Promise<void> {
    this.session[how]()
    await this.until(() => ['starting', 'running'].includes(this.phase))
    await this.until(() => ['result', 'failed', 'ready'].includes(this.phase))
  }

  async reopen(): Promise<void> {
    this.close()
    this.open()
    await this.until(() => this.session.model.file !== null)
    this.session.resumeSaved()
  }
}

class DeskWindow implements Window {
  readonly session: Session
  private closed = false
  private readonly sockets = new Set<WebSocket>()

  constructor(post: (message: ToMain) => void) {
    const env: Env = {
      open: (url) => {
        // As the frame of a plugin: an origin that says nothing.
        const socket = new WebSocket(url, { origin: 'null' })
        // Its `close` follows, and is what the session hears.
        socket.on('error', () => {})
        this.sockets.add(socket)
        return socket as unknown as Socket
      },
      post,
      now: () => Date.now(),
      random: () => Math.random(),
      after: (millis, callback) => {
        const timer = setTimeout(() => this.closed || callback(), millis)
        return () => clearTimeout(timer)
      },
      changed: () => {},
    }
    this.session = new Session(env)
  }

  fromMain(message: ToUi): void {
    this.session.fromMain(message)
  }

  close(): void {
    this.closed = true
    for (const socket of this.sockets) socket.terminate()
  }
}
