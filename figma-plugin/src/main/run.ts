import type { FrameText, PatchPart, RunOrder, ScanOrder, ToUi } from '../shared/bridge'
import { PATCHES_MAX } from '../shared/limits'
import { Fonts } from './fonts'
import { PatchWriter } from './patching'
import { scan } from './scan'
import { Slices, Stopped } from './slices'
import { Tally } from './tally'

/**
 * The run in Figma's half of the plugin: one thing at a time, patches before reading.
 *
 * It keeps the ids of one page, the patches that are not written, and nothing else. It does not know
 * of connections: when the other half grants no chunks, it waits.
 */
export class Run {
  private scanning: AsyncGenerator<FrameText> | null
  private epoch: number
  private granted = 0
  private readonly parts: PatchPart[] = []
  private tally: Tally | null = null
  private paused = false
  private cancelled = false
  private left = false
  private wake: (() => void) | null = null
  private readonly stopWaiters = new Set<() => void>()
  private readonly slices: Slices
  private readonly patches: PatchWriter

  constructor(
    private readonly order: RunOrder,
    from: ScanOrder,
    private readonly post: (message: ToUi) => void,
  ) {
    this.slices = new Slices(order.limits.sliceMillis, () => this.gate())
    this.patches = new PatchWriter(new Fonts(), this.slices, (answer) => this.unlessStopped(answer))
    this.epoch = from.epoch
    this.scanning = scan(order, from, this.slices)
  }

  grant(chunks: number): void {
    this.granted += chunks
    this.signal()
  }

  /** Reads on from elsewhere; what was granted before is void. */
  seek(from: ScanOrder): void {
    this.epoch = from.epoch
    this.granted = 0
    this.scanning = scan(this.order, from, this.slices)
    this.signal()
  }

  patch(part: PatchPart): void {
    if (part.last && this.parts.filter((one) => one.last).length >= PATCHES_MAX) {
      throw new Error(`more than ${PATCHES_MAX} patches were sent at once`)
    }
    this.parts.push(part)
    this.signal()
  }

  pause(): void {
    this.paused = true
  }

  proceed(): void {
    this.paused = false
    this.signal()
  }

  /** Nothing is written from the next slice on; patches that were not written are answered. */
  cancel(): void {
    this.cancelled = true
    this.stop()
  }

  /** Ends without a word. */
  leave(): void {
    this.left = true
    this.stop()
  }

  async go(): Promise<void> {
    try {
      while (!this.left && !this.cancelled) await this.step()
    } catch (problem) {
      if (!(problem instanceof Stopped)) throw problem
    }
    if (this.left) return
    this.answerRest()
    this.post({ t: 'stopped' })
  }

  private async step(): Promise<void> {
    const part = this.paused ? undefined : this.parts.shift()
    if (part !== undefined) await this.write(part)
    else if (!this.paused && this.granted > 0 && this.scanning !== null) await this.read(this.scanning)
    else await new Promise<void>((resolve) => (this.wake = resolve))
  }

  private async write(part: PatchPart): Promise<void> {
    this.tally ??= new Tally()
    try {
      await this.patches.write(part, this.tally)
    } finally {
      if (part.last) this.answer(part.p)
    }
  }

  private answer(p: number): void {
    if (!this.left && this.tally !== null) this.post({ t: 'patched', answer: this.tally.answer(p) })
    this.tally = null
  }

  private answerRest(): void {
    for (const part of this.parts.splice(0)) {
      this.tally ??= new Tally()
      for (const op of part.ops) this.tally.skip(op.id, 'cancelled')
      if (part.last) this.answer(part.p)
    }
  }

  private async read(scanning: AsyncGenerator<FrameText>): Promise<void> {
    const epoch = this.epoch
    const { value: frame } = await scanning.next()
    // Told to read elsewhere meanwhile: the new scan has its own frames and grants.
    if (epoch !== this.epoch) return
    if (frame === undefined) {
      this.scanning = null
      return
    }
    if (frame.t === 'nodes') this.granted--
    this.post({ t: 'frame', epoch, frame: frame as FrameText })
  }

  private async gate(): Promise<void> {
    if (this.cancelled || this.left) throw new Stopped()
    while (this.paused) {
      await new Promise<void>((resolve) => (this.wake = resolve))
      if (this.cancelled || this.left) throw new Stopped()
    }
  }

  private unlessStopped<T>(answer: Promise<T>): Promise<T> {
    if (this.cancelled || this.left) return Promise.reject(new Stopped())
    return new Promise<T>((resolve, reject) => {
      const stopped = () => reject(new Stopped())
      this.stopWaiters.add(stopped)
      answer.then(resolve, reject).finally(() => this.stopWaiters.delete(stopped))
    })
  }

  private stop(): void {
    for (const stopped of this.stopWaiters) stopped()
    this.signal()
  }

  private signal(): void {
    const wake = this.wake
    this.wake = null
    wake?.()
  }
}
