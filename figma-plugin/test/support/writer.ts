import type { ToMain, ToUi } from '../../src/shared/bridge'
import type { Font, Op, Patched } from '../../src/shared/protocol'
import { VirtualClock } from '../fake/clock'
import type { FakeDocument } from '../fake/document'
import { COSTS } from '../fake/handle'
import { Plugin } from '../fake/host'
import { READS } from '../peer/rule'

const LIMITS = { nodesPerChunk: 500, chunkBytes: 262144, sliceMillis: 8, opsPerPatch: 200, frameBytes: 1048576, atOnce: 30 }

/** Figma's half of the plugin alone, told what to do by a test. */
export class MainHalf {
  readonly clock = new VirtualClock()
  readonly said: ToUi[] = []
  readonly plugin: Plugin
  private post: (message: ToMain) => void = () => {}
  private p = 0

  constructor(readonly document: FakeDocument, answerMillis = 0) {
    const options = { clock: this.clock, costs: COSTS, answerMillis, fontMillis: 3, countsHandles: false }
    this.plugin = new Plugin(document, options, new Map(), (post) => {
      this.post = post
      return { fromMain: (message) => this.said.push(message), close: () => {} }
    })
  }

  tell(message: ToMain): void {
    this.post(message)
  }

  begin(): void {
    this.post({
      t: 'run', fresh: true, save: null,
      order: { run: 'r', kind: 'revert', dry: false, instances: 'components', scope: null, namespace: 'tokens', reads: READS, limits: LIMITS },
      scan: { epoch: 1, next: 1, at: null, donePages: [], scanned: true },
    })
  }

  /** Writes one patch and comes back with the answer. */
  async write(ops: Op[], fonts: Font[] = []): Promise<Patched> {
    if (this.p === 0) this.begin()
    const p = ++this.p
    this.post({ t: 'patch', part: { p, ops, fonts, refused: [], last: true } })
    const answer = () => this.said.find((one) => one.t === 'patched' && one.answer.p === p)
    await this.clock.runUntil(() => answer() !== undefined)
    return (answer() as ToUi & { t: 'patched' }).answer
  }

  /** Reads layers and comes back with what would be sent. */
  async read(ids: string[], dry = true, limits = LIMITS): Promise<Record<string, unknown>[]> {
    this.post({
      t: 'run', fresh: false, save: null,
      order: {
        run: 'r', kind: 'apply', dry, instances: 'components', namespace: 'tokens', reads: READS, limits,
        scope: { kind: 'nodes', page: this.document.pages[0]?.id ?? '', nodes: ids },
      },
      scan: { epoch: 2, next: 1, at: null, donePages: [], scanned: false },
    })
    this.post({ t: 'grant', chunks: 1_000 })
    await this.clock.runUntil(() => this.said.some((one) => one.t === 'frame' && one.frame.t === 'scan.end'))
    const frames = this.said.flatMap((one) => (one.t === 'frame' && one.frame.t === 'nodes' ? [one.frame] : []))
    return frames.flatMap((frame) => (JSON.parse(`{${frame.text}}`) as { nodes: Record<string, unknown>[] }).nodes)
  }
}
