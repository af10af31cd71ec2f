/**
 * Whether writing `wanted` over `current` would change nothing.
 *
 * Figma keeps numbers as float32, so 0.1 comes back as 0.10000000149011612. Objects are compared by
 * their members, whatever their order; one that is undefined counts as missing, and so do those Figma
 * adds to paints and effects by itself, with the values they have unless told otherwise.
 */
export function same(current: unknown, wanted: unknown): boolean {
  if (current === wanted) return true
  if (typeof current === 'number' && typeof wanted === 'number') return Math.fround(current) === Math.fround(wanted)
  if (typeof current !== 'object' || typeof wanted !== 'object' || current === null || wanted === null) return false
  if (Array.isArray(current) || Array.isArray(wanted)) {
    if (!Array.isArray(current) || !Array.isArray(wanted) || current.length !== wanted.length) return false
    return current.every((one, index) => same(one, wanted[index]))
  }
  return contains(current, wanted) && contains(wanted, current)
}

/** Every member of `part` that says something is in `whole`, with the same value. */
function contains(whole: object, part: object): boolean {
  const members = whole as Record<string, unknown>
  for (const [name, value] of Object.entries(part)) {
    if (value === undefined || (!(name in members) && isUsual(name, value))) continue
    if (!same(members[name], value)) return false
  }
  return true
}

const USUAL: Readonly<Record<string, unknown>> = {
  visible: true, opacity: 1, blendMode: 'NORMAL', spread: 0, showShadowBehindNode: false,
}

function isUsual(name: string, value: unknown): boolean {
  if (name === 'boundVariables') return typeof value === 'object' && value !== null && Object.keys(value).length === 0
  return name in USUAL && USUAL[name] === value
}
