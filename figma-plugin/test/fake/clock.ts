/** Time as the fake sees it: virtual in most tests, real where sockets are. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** The same with what a millisecond is made of, for what must stay in order. */
  exact(): number
  /** Calls back later; the function that is returned takes it back. */
  after(millis: number, callback: () => void): () => void
  /** Work that takes this long, in microseconds. */
  charge(micros: number): void
}

export class RealClock implements Clock {
  now(): number {
    return Date.now()
  }

  exact(): number {
    return performance.timeOrigin + performance.now()
  }

  after(millis: number, callback: () => void): () => void {
    const timer = setTimeout(callback, millis)
    return () => clearTimeout(timer)
  }

  charge(): void {}
}

interface Task {
  at: number
  order: number
  callback: (() => void) | null
}

const BEGIN_MILLIS = Date.UTC(2026, 0, 1)

/**
 * A clock that stands still but for the work that is charged and the waiting for the next task. A task
 * and the promises it settles are one slice, as in a browser: nothing else runs meanwhile.
 */
export class VirtualClock implements Clock {
  /** Longest slice so far, in microseconds. */
  longestSliceMicros = 0
  slices = 0
  /** Called between slices. */
  between: () => void | Promise<void> = () => {}
  private micros = 0
  private order = 0
  private readonly heap: Task[] = []

  now(): number {
    return Math.floor(this.exact())
  }

  exact(): number {
    return BEGIN_MILLIS + this.micros / 1000
  }

  get elapsedMicros(): number {
    return this.micros
  }

  charge(micros: number): void {
    this.micros += micros
  }

  after(millis: number, callback: () => void): () => void {
    const task: Task = { at: this.micros + Math.max(0, millis) * 1000, order: this.order++, callback }
    this.push(task)
    return () => (task.callback = null)
  }

  /**
   * Runs until a condition holds.
   *
   * @throws Error when nothing is left to run, or virtual time is up
   */
  async runUntil(holds: () => boolean, limitMillis = 3_600_000): Promise<void> {
    const end = this.micros + limitMillis * 1000
    while (!holds()) {
      const task = this.pop()
      if (task === undefined) throw new Error('nothing is left to run, and what was waited for has not come')
      if (task.at > end) throw new Error(`what was waited for has not come in ${limitMillis} ms of virtual time`)
      await this.runTask(task)
    }
  }

  /** Runs everything that is due within a time. */
  async runFor(millis: number): Promise<void> {
    let over = false
    this.after(millis, () => (over = true))
    await this.runUntil(() => over, millis + 1)
  }

  private async runTask(task: Task): Promise<void> {
    if (task.callback === null) return
    this.micros = Math.max(this.micros, task.at)
    const began = this.micros
    task.callback()
    // Promises that were settled run before this comes back.
    await new Promise<void>((resolve) => setImmediate(resolve))
    this.slices++
    this.longestSliceMicros = Math.max(this.longestSliceMicros, this.micros - began)
    const between = this.between()
    if (between !== undefined) await between
  }

  private push(task: Task): void {
    const { heap } = this
    let index = heap.push(task) - 1
    while (index > 0) {
      const above = (index - 1) >> 1
      if (!isBefore(task, heap[above] as Task)) break
      heap[index] = heap[above] as Task
      index = above
    }
    heap[index] = task
  }

  private pop(): Task | undefined {
    const { heap } = this
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    let index = 0
    for (;;) {
      let below = 2 * index + 1
      if (below >= heap.length) break
      if (below + 1 < heap.length && isBefore(heap[below + 1] as Task, heap[below] as Task)) below++
      if (!isBefore(heap[below] as Task, last)) break
      heap[index] = heap[below] as Task
      index = below
    }
    heap[index] = last
    return first
  }
}

function isBefore(one: Task, other: Task): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order)
}
