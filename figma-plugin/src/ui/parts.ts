import type { PatchPart } from '../shared/bridge'
import { MESSAGE_BYTES_MAX } from '../shared/limits'
import type { Op, Patch, RefusedOp } from '../shared/protocol'
import { utf8Bytes } from '../shared/utf8'

/** Cuts a patch into messages that are small enough for the way between the two halves. */
export function partsOf(patch: Patch): PatchPart[] {
  const fonts = utf8Bytes(JSON.stringify(patch.fonts)) + utf8Bytes(JSON.stringify(patch.refused)) + 200
  const room = MESSAGE_BYTES_MAX - fonts
  const tooLarge: RefusedOp[] = []
  const parts: Op[][] = [[]]
  let bytes = 0
  for (const op of patch.ops) {
    const size = utf8Bytes(JSON.stringify(op)) + 1
    if (size > room) {
      tooLarge.push({ id: op.id, message: `the operation takes ${size} bytes; ${room} fit` })
      continue
    }
    if (bytes + size > room) {
      parts.push([])
      bytes = 0
    }
    parts[parts.length - 1]?.push(op)
    bytes += size
  }
  return parts.map((ops, index) => ({
    p: patch.p,
    ops,
    fonts: patch.fonts,
    refused: index === 0 ? patch.refused.concat(tooLarge) : [],
    last: index === parts.length - 1,
  }))
}
