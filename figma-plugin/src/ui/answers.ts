import { ANSWERS_KEPT } from '../shared/limits'
import type { Patched } from '../shared/protocol'

/**
 * Patches under way, and the answers to the last ones: a patch that comes again, because the
 * connection broke before its answer arrived, is answered from here and not written again.
 */
export class Answers {
  private readonly writing = new Set<number>()
  private readonly kept = new Map<number, Patched>()
  /** The patch that comes next on this connection, or null when any may. */
  private expected: number | null = null

  /** After a new connection the server begins with the first patch that it has no answer for. */
  reconnected(): void {
    this.expected = null
  }

  /** What to do with a patch: write it, wait for its answer, send the answer, or nothing fits. */
  judge(p: number): 'write' | 'wait' | 'lost' | Patched {
    const answer = this.kept.get(p)
    if (answer === undefined && this.expected !== null && p > this.expected) return 'lost'
    this.expected = Math.max(this.expected ?? 0, p + 1)
    if (answer !== undefined) return answer
    if (this.writing.has(p)) return 'wait'
    this.writing.add(p)
    return 'write'
  }

  keep(answer: Patched): void {
    this.writing.delete(answer.p)
    this.kept.set(answer.p, answer)
    const [oldest] = this.kept.keys()
    if (this.kept.size > ANSWERS_KEPT && oldest !== undefined) this.kept.delete(oldest)
  }
}
