import type { RunOrder, SavedRun, ScanOrder, ToMain, ToUi } from '../shared/bridge'
import {
  CLOSE,
  type Counts,
  type Done,
  type Hello,
  type Incoming,
  PROTOCOL_VERSION,
  type Scope,
  type ServerError,
  type Started,
  type Welcome,
} from '../shared/protocol'
import { SELECTION_MAX } from '../shared/limits'
import { Backoff } from './backoff'
import { Connection } from './connection'
import type { Env } from './env'
import { LiveRun, scanFrom } from './liveRun'
import { type Model, type Notice, overridesMade, type Proposal, type ScopeKind, type Settings } from './model'
import { noticeOfClose, PAIR_AGAIN, SERVED_ELSEWHERE, unreachable } from './notices'

export const PLUGIN_VERSION = '0.1.0'

/** Connections that were taken away within seconds before the plugin gives up. */
const TAKEN_AWAY_MAX = 5
const TAKEN_AWAY_MILLIS = 3_000

/** Runs the server has ended: there is nothing to resume. */
const ENDED = new Set(['done', 'cancelled'])

interface Identity {
  run: string
  secret: string
}

/** Why a scope means nothing, or null. */
function scopeProblem(
  scope: ScopeKind, pages: readonly string[], nodes: readonly string[], selected: number,
): { text: string; help: string } | null {
  if (scope === 'pages' && pages.length === 0) return { text: 'No page is chosen.', help: 'Tick at least one.' }
  if (scope !== 'selection') return null
  if (nodes.length === 0) return { text: 'Nothing is selected.', help: 'Select layers on the canvas.' }
  if (selected <= SELECTION_MAX) return null
  return { text: `${selected} layers are selected; ${SELECTION_MAX} are the most.`, help: 'Select what they lie in, or the page.' }
}

/** A dry run in two steps: what is written without instances, then with the chosen policy. */
interface Estimate {
  proposal: Proposal
  componentsOnly: Counts | null
}

/**
 * The window's half of the plugin without its looks: pairs, starts runs, and keeps them going over
 * broken connections. {@link Session.model} is all that is to be shown.
 */
export class Session {
  readonly model: Model = {
    phase: 'offline',
    connected: false,
    port: 7777,
    file: null,
    saved: null,
    selection: null,
    server: null,
    settings: { scope: 'page', pages: [], themes: null, instances: 'components' },
    run: null,
    result: null,
    runs: null,
    notice: null,
    retryAt: null,
  }

  private connection: Connection | null = null
  private code = ''
  private welcome: Welcome | null = null
  private welcomedAt = 0
  /** What the server said before it ended the connection. */
  private lastWord: Notice | null = null
  private takenAway = 0
  private live: LiveRun | null = null
  private identity: Identity | null = null
  private pendingScope: ((scope: Scope) => void) | null = null
  private requested: Proposal | null = null
  private estimate: Estimate | null = null
  private epoch = 0
  private readonly backoff: Backoff
  private stopRetry: () => void = () => {}

  constructor(private readonly env: Env) {
    this.backoff = new Backoff(() => env.random())
    env.post({ t: 'ready' })
  }

  /** Letters of frames that are kept until the server has processed them. */
  get retained(): number {
    return this.live?.retained ?? 0
  }

  // ---- what the user does

  pair(port: number, code: string): void {
    this.code = code.trim().toUpperCase()
    this.model.port = port
    this.env.post({ t: 'port', port })
    this.show({ phase: 'pairing', notice: null })
    this.connect()
  }

  /** Takes up the run that was not finished in this file. */
  resumeSaved(): void {
    const saved = this.model.saved
    if (saved === null) return
    this.identity = { run: saved.run, secret: saved.secret }
    this.model.port = saved.port
    this.show({ phase: 'reconnecting', notice: null })
    this.connect()
  }

  discardSaved(): void {
    this.env.post({ t: 'forget' })
    this.identity = null
    this.show({ saved: null, notice: null })
  }

  set(settings: Partial<Settings>): void {
    this.show({ settings: { ...this.model.settings, ...settings } })
  }

  /** Asks what a run would do. With another policy than `components` that takes two dry runs. */
  dryRun(): void {
    this.propose((proposal) => {
      const twoSteps = proposal.instances !== 'components'
      this.estimate = { proposal, componentsOnly: null }
      this.start(twoSteps ? { ...proposal, instances: 'components' } : proposal, true)
    })
  }

  /** Starts a run; one that may make overrides shows first how many. */
  apply(): void {
    if (this.model.settings.instances !== 'components') this.dryRun()
    else this.propose((proposal) => this.start(proposal, false))
  }

  /** Makes real what a dry run has shown. */
  confirm(): void {
    const proposal = this.model.result?.proposal
    if (proposal != null) this.start(proposal, false)
  }

  pause(): void {
    this.live?.pause(false)
    this.show({ phase: 'paused' })
  }

  proceed(): void {
    this.live?.proceed(false)
    this.show({ phase: 'running' })
  }

  cancel(): void {
    this.live?.cancel(false)
    this.refresh()
  }

  /** Gives up waiting for a server; the run can be resumed later. */
  leave(): void {
    this.env.post({ t: 'leave' })
    this.dropConnection()
    this.live = null
    this.identity = null
    this.env.post({ t: 'ready' })
    this.show({ phase: 'offline', run: null, notice: null, retryAt: null })
  }

  disconnect(): void {
    this.dropConnection()
    this.show({ phase: 'offline', server: null, notice: null })
  }

  back(): void {
    this.show({ phase: this.connection === null ? 'offline' : 'ready', result: null, run: null, notice: null })
  }

  listRuns(): void {
    this.connection?.send({ t: 'list' })
  }

  revert(run: string): void {
    this.connection?.send({ t: 'revert', of: run })
    this.show({ phase: 'starting', notice: null })
  }

  select(id: string): void {
    this.env.post({ t: 'select', id })
  }

  // ---- what Figma's half says

  fromMain(message: ToUi): void {
    switch (message.t) {
      case 'file':
        this.show({ file: message.file, saved: message.file.saved, port: message.file.port })
        break
      case 'library':
        this.connection?.send({ t: 'library', last: message.last, data: message.data })
        break
      case 'selection':
        this.show({ selection: { page: message.page, count: message.count } })
        if (message.nodes !== null) this.resolveScope(message.page.id, message.nodes)
        break
      case 'frame':
      case 'patched':
      case 'stopped':
        this.live?.fromMain(message)
        this.refresh()
        break
      case 'failed':
        this.fail({ tone: 'error', text: message.message, help: this.live === null ? '' : 'The run can be resumed.' })
        break
      case 'selected':
        this.show({ notice: message.found ? null : { tone: 'warning', text: 'This layer is no longer there.', help: '' } })
    }
  }

  // ---- starting

  private propose(then: (proposal: Proposal) => void): void {
    const { themes, instances } = this.model.settings
    this.pendingScope = (scope) => then({ scope, themes, instances, overrides: 0 })
    this.env.post({ t: 'selection' })
  }

  private resolveScope(page: string, nodes: string[]): void {
    const then = this.pendingScope
    this.pendingScope = null
    if (then === null) return
    const { scope, pages } = this.model.settings
    const problem = scopeProblem(scope, pages, nodes, this.model.selection?.count ?? 0)
    if (problem !== null) return this.show({ notice: { tone: 'warning', ...problem } })
    switch (scope) {
      case 'document':
        return then({ kind: 'document' })
      case 'pages':
        return then({ kind: 'pages', pages })
      case 'page':
        return then({ kind: 'pages', pages: [page] })
      case 'selection':
        return then({ kind: 'nodes', page, nodes })
    }
  }

  private start(proposal: Proposal, dry: boolean): void {
    if (!this.model.connected) {
      this.show({ notice: { tone: 'warning', text: 'There is no connection to the server.', help: 'Wait until it is back, or pair again.' } })
      return
    }
    if (!dry) this.estimate = null
    this.requested = proposal
    const { scope, themes, instances } = proposal
    this.connection?.send({ t: 'start', scope, themes, dry, instances })
    this.show({ phase: 'starting', notice: null, result: null })
  }

  private started(frame: Started): void {
    const scope = frame.kind === 'apply' ? (this.requested?.scope ?? null) : null
    const order = this.order(frame.id, frame.kind, frame.dry, frame.instances, scope)
    const scan = { epoch: this.nextEpoch(), next: 1, at: null, donePages: [], scanned: false }
    this.identity = { run: frame.id, secret: frame.secret }
    this.begin(order, scan, true, frame.dry ? null : this.toSave(frame))
    this.attach(frame.credits)
    this.show({ phase: 'running', result: null, notice: null })
  }

  private toSave(frame: Started): SavedRun {
    return {
      run: frame.id,
      secret: frame.secret,
      port: this.model.port,
      kind: frame.kind,
      file: this.model.file?.name ?? '',
      began: this.env.now(),
    }
  }

  private order(
    run: string, kind: RunOrder['kind'], dry: boolean, instances: RunOrder['instances'], scope: Scope | null,
  ): RunOrder {
    const { namespace, reads, limits } = this.welcome as Welcome
    return { run, kind, dry, instances, scope, namespace, reads, limits }
  }

  private begin(order: RunOrder, scan: ScanOrder, fresh: boolean, save: SavedRun | null): void {
    this.env.post({ t: 'run', order, scan, fresh, save } satisfies ToMain)
    this.live = new LiveRun(this.env, order, scan, this.pagesOf(order.scope))
  }

  private pagesOf(scope: Scope | null): number {
    if (scope === null) return 0
    if (scope.kind === 'document') return this.model.file?.pages.length ?? 0
    return scope.kind === 'pages' ? scope.pages.length : 1
  }

  private nextEpoch(): number {
    // Far apart, because a run counts on from its own when it reads anew.
    this.epoch += 1_000_000
    return this.epoch
  }

  // ---- connection

  private connect(): void {
    this.dropConnection()
    const { file, port } = this.model
    const about = { v: PROTOCOL_VERSION, plugin: PLUGIN_VERSION, file: { name: file?.name ?? '' }, pages: file?.pages ?? [] }
    const identity = this.identity
    const hello: Hello =
      identity === null ? { t: 'hello', ...about, code: this.code } : { t: 'hello', ...about, resume: identity }
    this.model.retryAt = null
    this.lastWord = null
    this.connection = new Connection(this.env, port, hello, {
      frame: (frame, run) => this.receive(frame, run),
      closed: (code, reason) => this.closed(code, reason),
    })
  }

  private dropConnection(): void {
    this.stopRetry()
    this.live?.detach()
    this.connection?.abandon()
    this.connection = null
    this.welcome = null
  }

  private closed(code: number, reason: string): void {
    this.live?.detach()
    this.connection = null
    this.welcome = null
    const notice = this.lastWord ?? this.noticeOfLoss(code) ?? noticeOfClose(code, reason, this.identity !== null)
    if (notice !== null) return this.giveUp(notice)
    if (this.model.phase === 'pairing') return this.giveUp(unreachable(this.model.port))
    if (this.isTakenAway(code)) return this.giveUp(SERVED_ELSEWHERE)
    if (this.model.phase === 'starting') this.estimate = null
    const millis = this.backoff.nextMillis()
    // A result stays in view while the connection comes back.
    const phase = this.model.phase === 'result' ? 'result' : 'reconnecting'
    this.show({ phase, retryAt: this.env.now() + millis })
    this.stopRetry = this.env.after(millis, () => this.connect())
  }

  /** When there is nothing to come back with: no run, and no code that still counts. */
  private noticeOfLoss(code: number): Notice | null {
    if (this.identity !== null || this.model.phase === 'pairing') return null
    return this.code === '' || code === CLOSE.code ? PAIR_AGAIN : null
  }

  /** Two windows that take a run from each other would do so for ever. */
  private isTakenAway(code: number): boolean {
    const soon = this.env.now() - this.welcomedAt < TAKEN_AWAY_MILLIS
    this.takenAway = code === CLOSE.lost && soon ? this.takenAway + 1 : 0
    return this.takenAway >= TAKEN_AWAY_MAX
  }

  private giveUp(notice: Notice): void {
    this.stopRetry()
    this.live?.detach()
    if (this.live !== null || this.identity !== null) return this.fail(notice)
    this.dropConnection()
    if (this.model.phase === 'result') this.show({ notice, retryAt: null })
    else this.show({ phase: 'offline', server: null, notice, retryAt: null })
  }

  private fail(notice: Notice): void {
    this.env.post({ t: 'leave' })
    this.dropConnection()
    this.live = null
    this.identity = null
    this.env.post({ t: 'ready' })
    this.show({ phase: 'failed', run: null, notice, retryAt: null })
  }

  // ---- frames

  private receive(frame: Incoming, run: string | null): void {
    if (frame.t !== 'welcome' && this.welcome === null && frame.t !== 'error') return
    switch (frame.t) {
      case 'welcome':
        return this.welcomed(frame)
      case 'tokens':
        return this.tokensChanged(frame)
      case 'started':
        return this.started(frame)
      case 'runs':
        return this.show({ runs: frame.runs })
      case 'error':
        return this.serverError(frame)
      default:
        // Of a run that is over, or of none: nothing of it is to be done.
        if (run !== null && run !== this.live?.order.run) return
        return this.runFrame(frame)
    }
  }

  private runFrame(frame: Exclude<Incoming, { t: 'welcome' | 'tokens' | 'started' | 'runs' | 'error' }>): void {
    const live = this.live
    if (live === null) return
    switch (frame.t) {
      case 'credit':
        live.credit(frame)
        return this.refresh()
      case 'patch':
        return live.patch(frame)
      case 'done':
        return this.done(frame)
      case 'pause':
        live.pause(true)
        return this.show({ phase: 'paused' })
      case 'resume':
        live.proceed(true)
        return this.show({ phase: 'running' })
      case 'cancel':
        live.cancel(true)
        return this.refresh()
      case 'ping':
      case 'pong':
    }
  }

  private welcomed(frame: Welcome): void {
    this.welcome = frame
    this.welcomedAt = this.env.now()
    this.backoff.reset()
    const { server: version, themes, sets, tokens, problem } = frame
    this.model.server = { version, themes, sets, tokens, problem }
    this.model.retryAt = null
    if (frame.v !== PROTOCOL_VERSION) {
      return this.giveUp({
        tone: 'error',
        text: `The server speaks version ${frame.v} of the protocol, the plugin version ${PROTOCOL_VERSION}.`,
        help: 'Use the plugin and the server of the same version.',
      })
    }
    if (frame.run !== null) return this.takeUp(frame, frame.run)
    if (frame.library) {
      this.env.post({ t: 'library', namespace: frame.namespace })
      // A run that is resumed goes on when the server has the library.
      if (this.identity !== null) return
    }
    if (this.identity !== null) return this.giveUp(noticeOfClose(CLOSE.code, '', true) as Notice)
    this.show(this.model.phase === 'result' ? {} : { phase: 'ready', notice: null })
  }

  private takeUp(frame: Welcome, run: Welcome['run'] & object): void {
    if (ENDED.has(run.state)) {
      // The run ended while nobody was connected, and its `done` was lost.
      const real = this.live?.order.dry !== true
      return this.finish({ t: 'done', state: run.state, counts: run.counts, problems: [], changes: [] }, run.kind, real)
    }
    if (this.live === null) {
      const order = this.order(
        run.id, run.kind, run.start?.dry ?? false, run.start?.instances ?? 'components', run.start?.scope ?? null,
      )
      this.begin(order, scanFrom(run, this.nextEpoch()), false, null)
    }
    if (run.state === 'paused' && this.live !== null && !this.live.paused) this.live.pause(true)
    if (this.connection !== null) this.live?.resume(this.connection, run)
    this.show({ phase: this.live?.paused === true ? 'paused' : 'running', notice: null })
    if (frame.problem !== null) this.show({ notice: { tone: 'warning', text: frame.problem, help: '' } })
  }

  private attach(credits: number): void {
    if (this.connection !== null) this.live?.attach(this.connection, credits)
  }

  private tokensChanged(frame: Incoming & { t: 'tokens' }): void {
    if (this.model.server === null) return
    const { themes, sets, tokens, problem } = frame
    const known = new Set(themes.map((theme) => theme.label))
    const chosen = this.model.settings.themes?.filter((label) => known.has(label)) ?? null
    this.model.settings = { ...this.model.settings, themes: chosen }
    this.show({ server: { ...this.model.server, themes, sets, tokens, problem } })
  }

  private serverError(frame: ServerError): void {
    const notice: Notice = { tone: frame.fatal ? 'error' : 'warning', text: frame.message, help: frame.help }
    if (frame.fatal && (this.live !== null || this.identity !== null)) return this.fail(notice)
    if (frame.fatal) this.lastWord = notice
    // What was asked for was refused; another try may be better.
    const phase = this.model.phase === 'starting' ? 'ready' : this.model.phase
    if (this.model.phase === 'starting') this.estimate = null
    this.show({ phase, notice })
  }

  // ---- the end

  private done(frame: Done): void {
    const live = this.live as LiveRun
    const estimate = this.estimate
    if (live.order.dry && estimate !== null && frame.state === 'done') {
      const { proposal, componentsOnly } = estimate
      if (proposal.instances !== 'components' && componentsOnly === null) {
        this.closeRun(false)
        this.estimate = { proposal, componentsOnly: frame.counts }
        return this.start(proposal, true)
      }
    }
    this.finish(frame, live.order.kind, !live.order.dry)
  }

  private finish(done: Done, kind: RunOrder['kind'], real: boolean): void {
    const { errors = [], skipped = [] } = this.live?.progress ?? {}
    const proposal = real || done.state !== 'done' ? null : this.proposalOf(done.counts)
    this.closeRun(real)
    this.estimate = null
    this.show({ phase: 'result', result: { kind, dry: !real, done, errors, skipped, proposal }, run: null, runs: null })
  }

  private proposalOf(counts: Counts): Proposal | null {
    if (this.estimate === null) return null
    const { proposal, componentsOnly } = this.estimate
    return { ...proposal, overrides: componentsOnly === null ? 0 : overridesMade(componentsOnly, counts) }
  }

  private closeRun(real: boolean): void {
    this.env.post({ t: 'end', real })
    this.live?.detach()
    this.live = null
    this.identity = null
    if (real) this.model.saved = null
  }

  // ---- showing

  private refresh(): void {
    this.show({})
  }

  private show(changes: Partial<Model>): void {
    Object.assign(this.model, changes)
    const live = this.live
    this.model.connected = this.connection !== null && this.welcome !== null
    this.model.run =
      live === null
        ? null
        : { kind: live.order.kind, dry: live.order.dry, progress: live.progress, cancelling: live.cancelling }
    this.env.changed()
  }
}

