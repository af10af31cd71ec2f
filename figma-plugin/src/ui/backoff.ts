const FIRST_MILLIS = 500
const LONGEST_MILLIS = 8_000

/** How long to wait before connecting anew: half a second, doubling to eight, each up to a quarter less. */
export class Backoff {
  private tries = 0

  constructor(private readonly random: () => number) {}

  nextMillis(): number {
    const whole = Math.min(FIRST_MILLIS * 2 ** this.tries, LONGEST_MILLIS)
    this.tries++
    return Math.round(whole * (1 - this.random() / 4))
  }

  reset(): void {
    this.tries = 0
  }
}
