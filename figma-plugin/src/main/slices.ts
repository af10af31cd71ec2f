/** The run was cancelled or left; whatever is under way ends here. */
export class Stopped extends Error {}

/** Lets Figma paint and hear clicks. A resolved promise alone would not. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

/**
 * Work cut into slices. Figma's own work, the user's clicks, and `cancel` come between two slices.
 *
 * Awaiting an answer of Figma need not give it a turn, so only our own turns begin a new slice.
 */
export class Slices {
  private since = Date.now()
  private readonly workMillis: number

  /**
   * @param millis longest slice
   * @param gate what is to be waited for between slices; throws `Stopped` to end the work
   */
  constructor(
    millis: number,
    private readonly gate: () => Promise<void>,
  ) {
    // The step under way when time is up comes on top.
    this.workMillis = millis * 0.75
  }

  /** To be called before every step; gives Figma a turn when the slice is used up. */
  async breathe(): Promise<void> {
    if (Date.now() - this.since < this.workMillis) return
    await turn()
    await this.gate()
    this.since = Date.now()
  }
}
