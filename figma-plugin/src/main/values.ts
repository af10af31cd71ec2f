import { SEGMENTS_MAX } from '../shared/limits'

/** A layer whose fields are read by name. */
export type Fields = Readonly<Record<string, unknown>>

/** Nothing to send: the layer has no such field, or its parts say it. */
export const NOTHING = undefined

/**
 * One field of a layer as plain JSON, in the terms of the Plugin API.
 *
 * A text field with several values becomes `{"$mixed": [{start, end, value}]}`, one with too many
 * `{"$mixed": true}`. Other mixed fields, and fields whose getter throws, are {@link NOTHING}.
 */
export function valueOf(node: BaseNode, field: string): unknown {
  if (!(field in node)) return NOTHING
  let value: unknown
  try {
    value = (node as unknown as Fields)[field]
    if (value === figma.mixed) return node.type === 'TEXT' ? segmentsOf(node, field) : NOTHING
  } catch {
    return NOTHING
  }
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : NOTHING
    case 'object':
      return value
    default:
      return NOTHING
  }
}

function segmentsOf(node: TextNode, field: string): unknown {
  // Which fields have pieces is for Figma to say; others throw, and are left out by the caller.
  const segments = node.getStyledTextSegments([field as 'fontSize'])
  if (segments.length > SEGMENTS_MAX) return { $mixed: true }
  return {
    $mixed: segments.map((segment) => ({
      start: segment.start,
      end: segment.end,
      value: (segment as unknown as Fields)[field],
    })),
  }
}
