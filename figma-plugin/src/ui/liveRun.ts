import type { FrameText, RunOrder, ScanOrder, ToMain, ToUi } from '../shared/bridge'
import { BUFFERED_BYTES_MAX, CREDITS_MAX } from '../shared/limits'
import { CLOSE, type Credit, type Patch, type Patched, type ResumedRun } from '../shared/protocol'
import { Answers } from './answers'
import type { Connection } from './connection'
import type { Env } from './env'
import { Outbox } from './outbox'
import { partsOf } from './parts'
import { Progress } from './progress'

const SOCKET_FULL_MILLIS = 50

/**
 * A run as this half sees it: passes frames on, and keeps both sides from being flooded. Figma's half
 * reads a chunk only when the server has room for it and the socket is not full.
 */
export class LiveRun {
  paused = false
  /** The user, or the server, has ended it; `done` has not come yet. */
  cancelling = false
  readonly progress: Progress
  private connection: Connection | null = null
  private outbox: Outbox
  private readonly answers = new Answers()
  private credits = 0
  private granted = 0
  private epoch: number
  private stopped = false
  private cancelledHere = false
  private stopWaiting: () => void = () => {}

  constructor(
    private readonly env: Env,
    readonly order: RunOrder,
    scan: ScanOrder,
    pages: number,
  ) {
    this.epoch = scan.epoch
    this.outbox = new Outbox(scan.next)
    this.progress = new Progress(pages, scan.donePages.length)
  }

  /** Letters of frames that are kept until they are processed. */
  get retained(): number {
    return this.outbox.retained
  }

  attach(connection: Connection, credits: number): void {
    this.connection = connection
    this.credits = credits
    this.answers.reconnected()
    this.pump()
  }

  detach(): void {
    this.connection = null
    this.stopWaiting()
  }

  /** Goes on after a broken connection, from what the server has processed. */
  resume(connection: Connection, run: ResumedRun): void {
    this.progress.counts = run.counts
    if (!this.outbox.rewind(run)) this.seek(run)
    this.attach(connection, run.credits)
    if (this.cancelledHere && this.stopped) this.sayCancel()
    else if (this.paused) connection.sendOf(this.order.run, { t: 'pause' })
  }

  credit(credit: Credit): void {
    if (!this.outbox.processed(credit.upTo)) {
      this.connection?.close(CLOSE.malformed, `chunk ${credit.upTo} was never sent`)
      return
    }
    this.progress.counts = credit.counts
    // However generous the server is: what is kept to be sent again has a bound.
    this.credits = Math.min(this.credits + credit.more, CREDITS_MAX - this.outbox.chunksUnderWay)
    this.pump()
  }

  patch(patch: Patch): void {
    if (patch.ops.length + patch.refused.length > this.order.limits.opsPerPatch) {
      this.connection?.close(CLOSE.malformed, `a patch has more than ${this.order.limits.opsPerPatch} operations`)
      return
    }
    // What is not written any more is not answered either: the server ends the run.
    if (this.cancelling) return
    const verdict = this.answers.judge(patch.p)
    if (verdict === 'lost') this.connection?.close(CLOSE.lost, `the patch before ${patch.p} was lost`)
    else if (verdict === 'write') for (const part of partsOf(patch)) this.env.post({ t: 'patch', part })
    else if (verdict !== 'wait') this.connection?.sendOf(this.order.run, verdict)
  }

  /** What Figma's half says. */
  fromMain(message: ToUi & { t: 'frame' | 'patched' | 'stopped' }): void {
    switch (message.t) {
      case 'frame':
        if (message.epoch === this.epoch) this.read(message.frame)
        break
      case 'patched':
        this.written(message.answer)
        break
      case 'stopped':
        this.stopped = true
        if (this.cancelledHere) this.sayCancel()
    }
  }

  pause(told: boolean): void {
    this.paused = true
    this.env.post({ t: 'pause' })
    if (!told) this.connection?.sendOf(this.order.run, { t: 'pause' })
  }

  proceed(told: boolean): void {
    this.paused = false
    this.env.post({ t: 'proceed' })
    if (!told) this.connection?.sendOf(this.order.run, { t: 'resume' })
  }

  /** Ends the run: first nothing more is written, then the server is told. */
  cancel(told: boolean): void {
    if (this.cancelling) return
    this.cancelling = true
    this.cancelledHere = !told
    this.env.post({ t: 'cancel' })
  }

  private sayCancel(): void {
    this.connection?.sendOf(this.order.run, { t: 'cancel' })
  }

  private read(frame: FrameText): void {
    if (frame.t === 'nodes') this.granted--
    this.progress.frame(frame)
    this.outbox.add(frame)
    this.pump()
  }

  private written(answer: Patched): void {
    this.answers.keep(answer)
    this.progress.patched(answer)
    this.connection?.sendOf(this.order.run, answer)
  }

  private seek(run: ResumedRun): void {
    this.epoch++
    this.granted = 0
    this.outbox = new Outbox(run.next)
    this.env.post({ t: 'seek', scan: scanFrom(run, this.epoch) } satisfies ToMain)
  }

  /** Sends what may be sent, then asks Figma's half for as many chunks as there is credit for. */
  private pump(): void {
    const connection = this.connection
    if (connection === null || this.cancelling) return
    for (let frame = this.outbox.peek(); frame !== null; frame = this.outbox.peek()) {
      if (connection.bufferedBytes > BUFFERED_BYTES_MAX) return this.pumpLater()
      if (frame.t === 'nodes' && this.credits === 0) return
      if (frame.t === 'nodes') this.credits--
      this.outbox.markSent()
      connection.sendText(frame.t, this.order.run, frame.text)
    }
    if (connection.bufferedBytes > BUFFERED_BYTES_MAX) return this.pumpLater()
    const chunks = this.credits - this.granted - this.outbox.chunksWaiting
    if (chunks <= 0) return
    this.granted += chunks
    this.env.post({ t: 'grant', chunks })
  }

  private pumpLater(): void {
    this.stopWaiting()
    this.stopWaiting = this.env.after(SOCKET_FULL_MILLIS, () => this.pump())
  }
}

/** Where Figma's half begins to read for a run that is taken up. */
export function scanFrom(run: ResumedRun, epoch: number): ScanOrder {
  return { epoch, next: run.next, at: run.at, donePages: run.donePages, scanned: run.scanned }
}
