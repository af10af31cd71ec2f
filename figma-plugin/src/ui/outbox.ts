import type { FrameText } from '../shared/bridge'
import type { ResumedRun } from '../shared/protocol'

/**
 * What has been read and the server has not processed: at most the chunks it gave credit for, and the
 * page frames between them. After a broken connection it is sent again.
 */
export class Outbox {
  private frames: FrameText[] = []
  private sent = 0
  /** The beginning of the page that is going on, when it is no longer in `frames`. */
  private opened: FrameText | null = null
  private lastChunk: number

  /** @param next number of the first chunk that will come */
  constructor(next: number) {
    this.lastChunk = next - 1
  }

  /** Chunks of nodes that wait to be sent. */
  get chunksWaiting(): number {
    return this.frames.slice(this.sent).filter((frame) => frame.t === 'nodes').length
  }

  /** Chunks that were sent and are not processed. */
  get chunksUnderWay(): number {
    return this.frames.slice(0, this.sent).filter((frame) => frame.t === 'nodes').length
  }

  /** Letters kept. */
  get retained(): number {
    return this.frames.reduce((sum, frame) => sum + frame.text.length, 0)
  }

  add(frame: FrameText): void {
    if (frame.t === 'nodes') this.lastChunk = frame.n
    this.frames.push(frame)
  }

  /** The frame to be sent next, or null. */
  peek(): FrameText | null {
    return this.frames[this.sent] ?? null
  }

  markSent(): void {
    this.sent++
  }

  /** Lets go of everything up to a chunk. False when that chunk was never sent. */
  processed(upTo: number): boolean {
    const index = this.frames.findLastIndex((frame) => frame.t === 'nodes' && frame.n <= upTo)
    if (upTo > this.lastChunk || index >= this.sent) return false
    for (const frame of this.frames.splice(0, index + 1)) {
      if (frame.t === 'page.begin') this.opened = frame
      if (frame.t === 'page.end') this.opened = null
    }
    this.sent -= index + 1
    return true
  }

  /**
   * Makes everything be sent again that the server wants. The page that is going on is begun again.
   *
   * @returns false when the server wants chunks that are no longer here, or others than come next
   */
  rewind(run: ResumedRun): boolean {
    this.sent = this.frames.length
    if (!this.processed(run.next - 1)) return false
    const first = this.frames.find((frame) => frame.t === 'nodes')
    if ((first?.n ?? this.lastChunk + 1) !== run.next) return false
    const done = new Set(run.donePages)
    this.frames = [...(this.opened === null ? [] : [this.opened]), ...this.frames].filter((frame) =>
      frame.t === 'scan.end' ? !run.scanned : frame.t === 'nodes' || !done.has(frame.page),
    )
    this.opened = null
    this.sent = 0
    return true
  }
}
