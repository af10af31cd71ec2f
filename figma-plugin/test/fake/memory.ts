/** Counts handles that something still holds. Needs a process that was started with --expose-gc. */
export class HandleCount {
  liveMax = 0
  made = 0
  private watched: WeakRef<object>[] = []

  add(handle: object): void {
    this.made++
    this.watched.push(new WeakRef(handle))
  }

  /** Collects garbage and counts what is left. Handles of the task under way count as held. */
  sample(): number {
    collectGarbage()
    this.watched = this.watched.filter((handle) => handle.deref() !== undefined)
    this.liveMax = Math.max(this.liveMax, this.watched.length)
    return this.watched.length
  }
}

export function collectGarbage(): void {
  if (globalThis.gc === undefined) throw new Error('start node with --expose-gc')
  globalThis.gc()
}
