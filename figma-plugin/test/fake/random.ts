/** Numbers that look random and come again with the same seed (a linear congruence, high bits). */
export class Random {
  private state: bigint

  constructor(readonly seed: number) {
    this.state = BigInt(seed) * 2_862_933_555_777_941_757n + 3_037_000_493n
  }

  /** At least 0, less than 1. */
  next(): number {
    this.state = (this.state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xffff_ffff_ffff_ffffn
    return Number(this.state >> 11n) / 2 ** 53
  }

  below(bound: number): number {
    return Math.floor(this.next() * bound)
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }
}
