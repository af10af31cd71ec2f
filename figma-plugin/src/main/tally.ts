import { ERRORS_PER_ANSWER, MESSAGE_LETTERS } from '../shared/limits'
import type { FieldError, Kept, Patched, Skip } from '../shared/protocol'
import { messageOf } from './messages'

/** What became of the operations of one patch. */
export class Tally {
  private applied = 0
  private equal = 0
  private readonly kept: Kept[] = []
  private readonly skipped: Skip[] = []
  private readonly errors: FieldError[] = []
  private readonly began = Date.now()

  written(): void {
    this.applied++
  }

  unchanged(): void {
    this.equal++
  }

  /** Fields of a layer in an instance that had their values, and were not written. */
  keep(id: string, fields: string[]): void {
    if (fields.length > 0) this.kept.push({ id, fields })
  }

  skip(id: string, why: string): void {
    this.skipped.push({ id, why })
  }

  error(id: string, field: string, problem: unknown): void {
    if (this.errors.length >= ERRORS_PER_ANSWER) return
    this.errors.push({ id, field, message: messageOf(problem).slice(0, MESSAGE_LETTERS) })
  }

  answer(p: number): Patched {
    return {
      t: 'patched',
      p,
      applied: this.applied,
      equal: this.equal,
      kept: this.kept,
      skipped: this.skipped,
      errors: this.errors,
      millis: Date.now() - this.began,
    }
  }
}
