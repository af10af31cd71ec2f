import type { Range } from '../shared/protocol'
import { same } from '../shared/equality'

/** What Figma offers for a part of a text: `getRangeX`, `setRangeX`, and for styles `setRangeXAsync`. */
type RangeAccess = Record<string, ((...args: unknown[]) => unknown) | undefined>

/**
 * Writes a field of a text piece by piece; pieces that have their value are left alone.
 *
 * @returns whether anything was written
 */
export async function writeRanges(text: TextNode, field: string, ranges: readonly Range[]): Promise<boolean> {
  const access = text as unknown as RangeAccess
  const name = field[0]?.toUpperCase() + field.slice(1)
  const read = access[`getRange${name}`]
  const write = access[field.endsWith('StyleId') ? `setRange${name}Async` : `setRange${name}`]
  if (read === undefined || write === undefined) throw new Error(`"${field}" cannot be set for a part of a text`)
  let wrote = false
  for (const { start, end, value } of ranges) {
    if (same(read.call(text, start, end), value)) continue
    await write.call(text, start, end, value)
    wrote = true
  }
  return wrote
}
