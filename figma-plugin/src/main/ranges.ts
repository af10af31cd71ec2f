import type { Range } from '../shared/protocol'
import { same } from '../shared/equality'

type Call = (...args: unknown[]) => unknown

/** What Figma offers for a part of a text: `getRangeX`, `setRangeX`, and for styles `setRangeXAsync`. */
function accessOf(text: TextNode, field: string): { read: Call; write: Call } {
  const methods = text as unknown as Record<string, Call | undefined>
  const name = field[0]?.toUpperCase() + field.slice(1)
  const read = methods[`getRange${name}`]
  const write = methods[field.endsWith('StyleId') ? `setRange${name}Async` : `setRange${name}`]
  if (read === undefined || write === undefined) throw new Error(`"${field}" cannot be set for a part of a text`)
  return { read: read.bind(text), write: write.bind(text) }
}

/** Whether all pieces of a text have their values. */
export function haveRanges(text: TextNode, field: string, ranges: readonly Range[]): boolean {
  const { read } = accessOf(text, field)
  return ranges.every(({ start, end, value }) => same(read(start, end), value))
}

/**
 * Writes a field of a text piece by piece; pieces that have their value are left alone.
 *
 * @returns whether anything was written
 */
export async function writeRanges(text: TextNode, field: string, ranges: readonly Range[]): Promise<boolean> {
  const { read, write } = accessOf(text, field)
  let wrote = false
  for (const { start, end, value } of ranges) {
    if (same(read(start, end), value)) continue
    await write(start, end, value)
    wrote = true
  }
  return wrote
}
