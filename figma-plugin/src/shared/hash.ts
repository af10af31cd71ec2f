/**
 * FNV-1a with 64 bits over texts, each ended by a line feed. It tells whether a list of ids is still
 * the same; it protects against nothing. The number is kept as two halves: 64 bits times the prime
 * 2^40 + 0x1b3 stays exact in doubles that way.
 */
export class Fnv64 {
  private high = 0xcbf29ce4
  private low = 0x84222325

  add(text: string): void {
    for (let index = 0; index < text.length; index++) this.step(text.charCodeAt(index) & 0xff)
    this.step(0x0a)
  }

  /** The hash as 16 hexadecimal digits. */
  hex(): string {
    return this.high.toString(16).padStart(8, '0') + this.low.toString(16).padStart(8, '0')
  }

  private step(byte: number): void {
    const low = (this.low ^ byte) >>> 0
    const product = low * 0x1b3
    const carry = Math.floor(product / 0x100000000)
    this.high = (this.high * 0x1b3 + carry + low * 0x100) % 0x100000000
    this.low = product % 0x100000000
  }
}
