import tokens from '../data/tokens.json' with { type: 'json' }
import type { ToMain, ToUi } from '../../src/shared/bridge'
import type { Env } from '../../src/ui/env'
import { Session } from '../../src/ui/session'
import { VirtualClock } from '../fake/clock'
import type { FakeDocument } from '../fake/document'
import type { FakeOptions } from '../fake/figma'
import { COSTS } from '../fake/handle'
import { Plugin, Traffic, type Window } from '../fake/host'
import { Random } from '../fake/random'
import { FakeNetwork } from '../fake/sockets'
import { Journal } from '../peer/journal'
import { Peer } from '../peer/peer'

export const CODE = 'ABCD-EFGH'

/** Figma, the network and a server under one clock, with all the ways they fail. */
export class World {
  readonly clock = new VirtualClock()
  readonly network: FakeNetwork
  readonly journal = new Journal()
  readonly storage = new Map<string, unknown>()
  readonly random: Random
  readonly traffic = new Traffic()
  peer: Peer
  plugin: Plugin | null = null
  private window: SessionWindow | null = null
  private code = CODE
  private readonly peers: Peer[] = []

  constructor(
    readonly document: FakeDocument,
    seed = 1,
    private readonly options: Partial<FakeOptions> & { chunkMillis?: number; bytesPerMilli?: number } = {},
  ) {
    this.random = new Random(seed)
    this.network = new FakeNetwork(this.clock, { latencyMillis: 1, bytesPerMilli: options.bytesPerMilli ?? 100_000 })
    this.peer = this.startServer()
  }

  get session(): Session {
    if (this.window === null) throw new Error('the plugin is not open')
    return this.window.session
  }

  get phase(): string {
    return this.session.model.phase
  }

  /** What the servers have to say about the plugin. */
  get complaints(): string[] {
    return this.peers.flatMap((peer) => peer.complaints)
  }

  startServer(): Peer {
    this.peer = new Peer({ clock: this.clock, journal: this.journal, tokens, code: this.code, chunkMillis: this.options.chunkMillis ?? 2 })
    this.peers.push(this.peer)
    this.network.listener = (socket) => this.peer.accept(socket)
    return this.peer
  }

  killServer(): void {
    this.network.listener = null
    this.peer.kill()
    this.network.break()
    // The next start has a code of its own.
    this.code = `${CODE}-${this.peers.length}`
  }

  openPlugin(): void {
    const options: FakeOptions = {
      clock: this.clock, costs: COSTS, answerMillis: 0, fontMillis: 5, countsHandles: false, ...this.options,
    }
    this.plugin = new Plugin(this.document, options, this.storage, (post) => (this.window = new SessionWindow(this, post)), this.traffic)
  }

  closePlugin(): void {
    this.plugin?.close()
    this.plugin = null
    this.window = null
    // The tab's sockets go with it.
    this.network.break()
  }

  async until(what: () => boolean, limitMillis?: number): Promise<void> {
    await this.clock.runUntil(what, limitMillis)
  }

  async untilPhase(...phases: string[]): Promise<void> {
    await this.until(() => phases.includes(this.phase))
  }

  /** Opens the plugin and pairs it. */
  async ready(): Promise<void> {
    this.openPlugin()
    await this.until(() => this.session.model.file !== null)
    this.session.pair(7777, this.code)
    await this.untilPhase('ready', 'offline')
  }

  /** Runs from the settings to the result. */
  async run(how: 'apply' | 'dryRun' | 'confirm' = 'apply'): Promise<void> {
    this.session[how]()
    await this.until(() => ['starting', 'running'].includes(this.phase) || this.session.model.notice !== null)
    await this.untilPhase('result', 'failed', 'ready')
  }
}

/** The window without a browser: the session, and timers that end with it. */
class SessionWindow implements Window {
  readonly session: Session
  private closed = false

  constructor(world: World, post: (message: ToMain) => void) {
    const { clock, network } = world
    const env: Env = {
      open: () => network.connect(),
      post,
      now: () => clock.now(),
      random: () => world.random.next(),
      after: (millis, callback) => clock.after(millis, () => this.closed || callback()),
      changed: () => {},
    }
    this.session = new Session(env)
  }

  fromMain(message: ToUi): void {
    this.session.fromMain(message)
  }

  close(): void {
    this.closed = true
  }
}
