import { NO_COUNTS } from '../../src/shared/bridge'
import { FRAME_BYTES_MAX } from '../../src/shared/limits'
import type { Font, Kept, Op, Scope, Theme } from '../../src/shared/protocol'
import type { Clock } from '../fake/clock'
import type { ServerSocket } from '../fake/sockets'
import { Journal, type JournalRun } from './journal'
import { decide, READS, type SentNode, tokensOf } from './rule'

const LIMITS = { nodesPerChunk: 500, chunkBytes: 262144, sliceMillis: 8, opsPerPatch: 200, frameBytes: 1048576, atOnce: 30 }
const CREDITS = 4
const PATCHES_UNDER_WAY = 2

export interface PeerOptions {
  clock: Clock
  journal: Journal
  tokens: Record<string, unknown>
  code: string
  /** Whether it has no tokens until the plugin has sent those of the file. */
  library?: boolean
  /** Work for one chunk, in milliseconds. */
  chunkMillis: number
}

type Frame = Record<string, unknown> & { t: string }

/**
 * A small server that speaks docs/design/live.md, to test the plugin against. It checks what the
 * plugin does more strictly than a real one has to: numbers, ranges of chunks, credits, sizes.
 *
 * One peer is one start of the server; killing it loses everything but the journal.
 */
export class Peer {
  readonly connections: PeerConnection[] = []
  /** What the plugin did that it must not; tests look here. */
  readonly complaints: string[] = []
  private alive = true

  constructor(readonly options: PeerOptions) {}

  accept(socket: ServerSocket): void {
    this.connections.push(new PeerConnection(this, socket))
  }

  /** As `kill -9`: whatever is under way is forgotten. The sockets break by themselves. */
  kill(): void {
    this.alive = false
  }

  get isAlive(): boolean {
    return this.alive
  }

  complain(what: string): void {
    this.complaints.push(what)
  }

  /** Starts to take a run back, as the command line does. */
  revert(of: string): void {
    this.connections.filter((one) => one.isReady).at(-1)?.startRevert(of)
  }

  /** The connection that is paired now. */
  get current(): PeerConnection | undefined {
    return this.connections.filter((one) => one.isReady).at(-1)
  }
}

export class PeerConnection {
  isReady = false
  private open = true
  private sent = 0
  private heard = 0
  private run: JournalRun | null = null
  private tokens = new Map<string, string>()
  private credits = 0
  private received = 0
  private page: { id: string; hash: string; index: number } | null = null
  private underWay = 0
  private readonly queue: Frame[] = []
  private busy = false
  private file = ''
  /** Entries of the file's library so far. */
  private entries = 0
  private hasTokens = false
  /** The run a plugin came back to, while the library is awaited. */
  private waiting: Frame | null = null
  /** Patches decided and not sent, because two are under way. */
  private unsent = 0

  constructor(
    private readonly peer: Peer,
    private readonly socket: ServerSocket,
  ) {
    socket.onmessage = (text) => this.receive(text)
    socket.onclose = () => (this.open = false)
  }

  /** Sends a frame as it is: for tests that misbehave. */
  raw(text: string): void {
    if (this.open && this.peer.isAlive) this.socket.send(text)
  }

  /** A frame of the run with its number; `seq` to misnumber it. */
  numbered(frame: Frame, seq?: number): void {
    this.raw(JSON.stringify({ ...frame, run: this.run?.id, seq: seq ?? ++this.sent }))
  }

  close(code: number, reason: string): void {
    this.open = false
    this.isReady = false
    this.socket.close(code, reason)
  }

  startRevert(of: string): void {
    const { journal } = this.peer.options
    const taken = journal.runs.get(of)
    if (taken === undefined) return this.raw(JSON.stringify({ t: 'error', code: 'run-unknown', message: `there is no run ${of}`, help: '', fatal: false }))
    const run = this.newRun('revert', null, null, false)
    run.reverts = of
    run.left = taken.inverse.length
    run.scanned = true
    this.begin(run)
    this.pumpPatches()
    this.finishIfDone()
  }

  private receive(text: string): void {
    if (!this.open || !this.peer.isAlive) return
    if (Buffer.byteLength(text) > FRAME_BYTES_MAX) {
      this.peer.complain(`a frame of ${text.length} letters`)
      return this.close(1009, 'too large')
    }
    const frame = JSON.parse(text) as Frame
    if (frame.t === 'hello') return this.hello(frame)
    if (frame.t === 'ping') return this.raw('{"t":"pong"}')
    if (frame.t === 'pong') return
    if (!this.isReady) return this.close(4401, 'not paired')
    if (frame.seq !== undefined) {
      const seq = frame.seq as number
      if (seq <= this.heard) return
      if (seq !== this.heard + 1) return this.close(4409, 'a frame was lost')
      this.heard = seq
      if (frame.run !== this.run?.id) return
    } else if (!['start', 'list', 'revert', 'library'].includes(frame.t)) this.peer.complain(`${frame.t} without a number`)
    this.take(frame)
  }

  private take(frame: Frame): void {
    switch (frame.t) {
      case 'library':
        return this.library(frame)
      case 'start':
        if (!this.hasTokens) this.peer.complain('a start before the library')
        return this.start(frame)
      case 'list':
        return this.raw(JSON.stringify({ t: 'runs', runs: this.runs() }))
      case 'revert':
        return this.startRevert(frame.of as string)
      case 'patched':
        return this.patched(frame)
      case 'pause':
        if (this.run !== null) this.run.state = 'paused'
        return
      case 'resume':
        if (this.run !== null) this.run.state = 'running'
        return this.pumpPatches()
      case 'cancel':
        return this.finish('cancelled')
      default:
        if (frame.t === 'nodes' && ++this.received > this.credits) this.peer.complain('a chunk without credit')
        this.queue.push(frame)
        this.work()
    }
  }

  private hello(frame: Frame): void {
    const { code, journal } = this.peer.options
    const resume = frame.resume as { run: string; secret: string } | undefined
    this.file = (frame.file as { name: string }).name
    this.hasTokens = this.hasTokens || this.peer.options.library !== true
    if (resume === undefined) {
      if (frame.code !== code) return this.close(4401, 'the pairing code is wrong')
      this.welcome(null)
      return
    }
    const run = journal.runs.get(resume.run)
    if (run === undefined || run.secret !== resume.secret) return this.close(4401, 'unknown run')
    if (!this.hasTokens) {
      this.waiting = frame
      this.welcome(null)
      return
    }
    for (const other of this.peer.connections) {
      if (other !== this && other.isReady && other.run === run) other.close(4409, 'served to another connection')
    }
    this.run = run
    this.tokens = this.tokensFor(run)
    this.credits = CREDITS
    this.page = run.at && { id: '', hash: run.at.hash, index: run.at.index }
    const { id, kind, state, next, at, donePages, scanned, counts, scope, dry, instances } = run
    this.welcome({ id, kind, state, start: { scope, dry, instances }, next, credits: CREDITS, at, donePages, scanned, counts })
    this.underWay = 0
    this.unsent = run.pending.length
    this.pumpPatches()
    this.finishIfDone()
  }

  private library(frame: Frame): void {
    this.entries += Object.keys(frame.data as object).length
    if (frame.last !== true) return
    if (this.entries === 0) this.peer.complain('an empty library')
    this.hasTokens = true
    if (this.waiting === null) this.raw(JSON.stringify({ t: 'tokens', themes: [], sets: 3, tokens: 12 }))
    else this.hello(this.waiting)
    this.waiting = null
  }

  private welcome(run: unknown): void {
    this.isReady = true
    const { tokens } = this.peer.options
    const themes = (tokens.$themes as { name: string; group: string }[]).map(({ name, group }) => (
      { label: `${group}/${name}`, group, name, active: name === 'light' } satisfies Theme))
    this.raw(JSON.stringify({
      t: 'welcome', v: 1, server: 'peer', namespace: 'tokens', limits: LIMITS, themes, sets: 3, tokens: 12, reads: READS,
      library: !this.hasTokens,
      ...(run === null ? {} : { run }),
    }))
  }

  private runs(): unknown[] {
    return [...this.peer.options.journal.runs.values()].reverse().slice(0, 50).map(({ id, kind, state, file, counts }) => (
      { id, kind, state, file, started: '2026-01-01T00:00:00Z', counts }))
  }

  private newRun(kind: JournalRun['kind'], scope: Scope | null, themes: string[] | null, dry: boolean): JournalRun {
    const { journal } = this.peer.options
    const id = journal.nextId()
    const run: JournalRun = {
      id, secret: `secret of ${id}`, kind, state: 'running', file: this.file, scope, themes, dry, instances: 'components',
      next: 1, at: null, donePages: [], scanned: false, counts: { ...NO_COUNTS }, lastPatch: 0, pending: [], inverse: [],
      reverts: null, left: 0, changes: [], errors: [], skips: [],
    }
    journal.runs.set(id, run)
    return run
  }

  private start(frame: Frame): void {
    const run = this.newRun('apply', frame.scope as Scope, frame.themes as string[] | null, frame.dry === true)
    run.instances = frame.instances as JournalRun['instances']
    this.begin(run)
  }

  private begin(run: JournalRun): void {
    this.run = run
    this.tokens = this.tokensFor(run)
    this.credits = CREDITS
    this.received = 0
    this.page = null
    this.underWay = 0
    this.unsent = 0
    this.queue.length = 0
    const { id, secret, dry, instances, kind } = run
    this.raw(JSON.stringify({ t: 'started', id, secret, credits: CREDITS, dry, instances, kind }))
  }

  private tokensFor(run: JournalRun): Map<string, string> {
    const mode = run.themes?.find((label) => label.startsWith('mode/'))?.slice(5) ?? 'light'
    return tokensOf(this.peer.options.tokens, ['core', mode])
  }

  /** One frame at a time, and none while patches wait: that is what holds credits back. */
  private work(): void {
    if (this.busy || !this.isLive || this.unsent > 0) return
    const frame = this.queue.shift()
    if (frame === undefined) return
    if (frame.t !== 'nodes') {
      this.scanFrame(frame)
      return this.work()
    }
    this.busy = true
    this.peer.options.clock.after(this.peer.options.chunkMillis, () => {
      this.busy = false
      if (!this.isLive) return
      this.nodes(frame)
      this.work()
    })
  }

  private get isLive(): boolean {
    return this.open && this.peer.isAlive && this.run !== null
  }

  private scanFrame(frame: Frame): void {
    const run = this.run as JournalRun
    switch (frame.t) {
      case 'page.begin': {
        const sameList = run.at?.page === frame.page && run.at?.hash === frame.hash
        if (run.donePages.includes(frame.page as string)) this.peer.complain('a page was begun that is done')
        if (!sameList) run.at = { page: frame.page as string, index: 0, hash: frame.hash as string }
        run.counts.candidates += sameList ? 0 : (frame.candidates as number)
        this.page = { id: frame.page as string, hash: frame.hash as string, index: run.at?.index ?? 0 }
        return
      }
      case 'page.end':
        if (!run.donePages.includes(frame.page as string)) run.donePages.push(frame.page as string)
        return
      case 'scan.end':
        run.scanned = true
        return this.finishIfDone()
      default:
        this.peer.complain(`an unknown frame ${frame.t}`)
    }
  }

  private nodes(frame: Frame): void {
    const run = this.run as JournalRun
    const n = frame.n as number
    if (n < run.next) return this.peer.complain(`chunk ${n} came again`)
    const page = this.page
    if (n > run.next || page?.id !== frame.page || frame.from !== run.at?.index) {
      this.peer.complain(`chunk ${n} of ${String(frame.page)} from ${String(frame.from)}: wanted ${run.next} from ${run.at?.index}`)
      return this.close(4400, 'a chunk out of order')
    }
    const nodes = frame.nodes as SentNode[]
    if (nodes.length > LIMITS.nodesPerChunk) this.peer.complain(`a chunk of ${nodes.length} nodes`)
    const ops: Op[] = []
    for (const node of nodes) this.decideNode(run, node, ops)
    // From here on it is in the journal: what comes after is only telling.
    run.next = n + 1
    run.at = { page: frame.page as string, index: frame.to as number, hash: page?.hash ?? '' }
    for (let from = 0; from < ops.length; from += LIMITS.opsPerPatch) this.addPatch(run, ops.slice(from, from + LIMITS.opsPerPatch), [])
    this.credits++
    this.numbered({ t: 'credit', upTo: n, more: 1, counts: run.counts })
    this.pumpPatches()
  }

  private decideNode(run: JournalRun, node: SentNode, ops: Op[]): void {
    run.counts.nodes++
    if (node.tooLarge === true) {
      run.counts.skipped++
      return
    }
    const decision = decide(node, this.tokens)
    const fields = Object.keys(decision.set)
    if (fields.length === 0) {
      if (decision.failed) run.counts.failed++
      else run.counts.unchanged++
      return
    }
    const left = node.instance === true && (run.instances === 'components' || (run.instances === 'overridden' && node.own !== true))
    if (left) {
      run.counts.overrides++
      return
    }
    run.counts.changed++
    run.counts.values += fields.length
    if (run.dry) {
      if (run.changes.length < 200) run.changes.push({ id: node.id, name: node.name, fields })
      return
    }
    ops.push({ id: node.id, set: decision.set })
    if (this.peer.options.journal.keepsInverse) run.inverse.push(inverseOf(node.id, decision.set, decision.old))
  }

  private addPatch(run: JournalRun, ops: Op[], fonts: Font[]): void {
    run.lastPatch++
    run.pending.push({ p: run.lastPatch, ops, fonts })
    this.unsent++
  }

  private pumpPatches(): void {
    const run = this.run
    if (run === null || !this.isLive) return
    while (run.state === 'running' && this.underWay < PATCHES_UNDER_WAY) {
      if (this.unsent === 0 && run.left > 0) this.nextRevert(run)
      if (this.unsent === 0) break
      const patch = run.pending[run.pending.length - this.unsent]
      if (patch === undefined) throw new Error('a patch is missing')
      this.unsent--
      this.underWay++
      this.numbered({ t: 'patch', ...patch })
    }
    this.work()
  }

  private nextRevert(run: JournalRun): void {
    const inverse = this.peer.options.journal.runs.get(run.reverts ?? '')?.inverse ?? []
    const from = Math.max(0, run.left - LIMITS.opsPerPatch)
    this.addPatch(run, inverse.slice(from, run.left).reverse(), [])
    run.left = from
  }

  private patched(frame: Frame): void {
    const run = this.run
    if (run === null) return
    const index = run.pending.findIndex((patch) => patch.p === frame.p)
    if (index < 0) return
    run.pending.splice(index, 1)
    this.underWay--
    // What a layer takes from its component was not written, and must not be when the run is taken back.
    for (const { id, fields } of frame.kept as Kept[]) {
      const op = run.inverse.findLast((one) => one.id === id)
      for (const field of fields) {
        delete op?.set?.[field]
        delete op?.expect?.[field]
      }
    }
    run.counts.written += frame.applied as number
    run.counts.equal += frame.equal as number
    run.errors.push(...(frame.errors as JournalRun['errors']))
    run.skips.push(...(frame.skipped as JournalRun['skips']))
    run.counts.errors = run.errors.length
    this.pumpPatches()
    this.finishIfDone()
  }

  private finishIfDone(): void {
    const run = this.run
    if (run !== null && run.scanned && run.left === 0 && run.pending.length === 0 && run.state === 'running') this.finish('done')
  }

  private finish(state: 'done' | 'cancelled'): void {
    const run = this.run
    if (run === null) return
    run.state = state
    const problems = run.counts.failed === 0 ? [] : [{
      code: 'token-missing', count: run.counts.failed,
      examples: [{ node: 'somewhere', what: 'no token of this name', why: 'looked in 2 sets', help: '' }],
    }]
    this.numbered({ t: 'done', state, counts: run.counts, problems, changes: run.changes })
    this.run = null
  }
}

function inverseOf(id: string, set: Record<string, unknown>, old: Record<string, unknown>): Op {
  const plain: Record<string, unknown> = {}
  const op: Op = { id, expect: set, set: plain }
  for (const [field, value] of Object.entries(old)) {
    const mixed = (value as { $mixed?: unknown } | null)?.$mixed
    if (Array.isArray(mixed)) op.ranges = { ...op.ranges, [field]: mixed as never }
    else plain[field] = value
  }
  return op
}
