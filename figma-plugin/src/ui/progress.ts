import type { FrameText } from '../shared/bridge'
import { FINDINGS_SHOWN } from '../shared/limits'
import type { Counts, FieldError, Patched, Skip } from '../shared/protocol'
import { NO_COUNTS } from '../shared/bridge'

/** How far a run is, for the window. Findings are the first few; the counts are the server's. */
export class Progress {
  counts: Counts = NO_COUNTS
  /** Pages that have been read, and the page under way. */
  pagesDone: number
  page: string | null = null
  scanned = false
  errors: FieldError[] = []
  skipped: Skip[] = []
  private candidates = 0
  private read = 0

  constructor(
    readonly pages: number,
    pagesDone: number,
  ) {
    this.pagesDone = pagesDone
  }

  frame(frame: FrameText): void {
    switch (frame.t) {
      case 'page.begin':
        this.page = frame.page
        this.candidates = frame.nodes
        this.read = 0
        break
      case 'nodes':
        this.read += frame.nodes
        break
      case 'page.end':
        this.pagesDone++
        this.page = null
        break
      case 'scan.end':
        this.scanned = true
    }
  }

  patched(answer: Patched): void {
    this.errors = this.errors.concat(answer.errors).slice(0, FINDINGS_SHOWN)
    this.skipped = this.skipped.concat(answer.skipped).slice(0, FINDINGS_SHOWN)
  }

  /** From 0 to 1, or null when nobody knows. */
  get fraction(): number | null {
    if (this.pages === 0) return null
    const within = this.page === null || this.candidates === 0 ? 0 : this.read / this.candidates
    return Math.min(1, (this.pagesDone + within) / this.pages)
  }
}
