/**
 * A copy of a message, as the two halves of a plugin get it: plain data only. Returns how many bytes
 * of JSON it takes.
 *
 * @throws Error for functions, symbols, and anything that is not plain
 */
export function cloneMessage<T>(message: T): { copy: T; bytes: number } {
  check(message, 'message')
  const text = JSON.stringify(message)
  return { copy: structuredClone(message), bytes: Buffer.byteLength(text) }
}

function check(value: unknown, where: string): void {
  switch (typeof value) {
    case 'function':
    case 'symbol':
    case 'bigint':
      throw new Error(`${where} cannot be copied: it is a ${typeof value}`)
    case 'object': {
      if (value === null) return
      const kind = Object.prototype.toString.call(value)
      const above: unknown = Object.getPrototypeOf(value)
      // Plain objects may come from the sandbox, which has an Object of its own.
      const plain = above === null || Object.getPrototypeOf(above) === null
      if (kind !== '[object Array]' && kind !== '[object Uint8Array]' && !plain) throw new Error(`${where} cannot be copied: it is no plain object`)
      for (const [name, member] of Object.entries(value)) check(member, `${where}.${name}`)
    }
  }
}
