import { same } from '../../src/shared/equality'
import type { Reads } from '../../src/shared/protocol'

/**
 * How the reference server decides: a token's value goes straight into the field its key stands for.
 * That is all; what real tokens come to is the engine's matter.
 */
export interface SentNode {
  id: string
  type: string
  name: string
  instance?: boolean
  own?: boolean
  tooLarge?: boolean
  d?: Record<string, string>
  cur?: Record<string, unknown>
}

export interface Decision {
  set: Record<string, unknown>
  /** The values that were there, of the fields that change. */
  old: Record<string, unknown>
  failed: boolean
}

type TokenTree = { [name: string]: TokenTree | string }

export const READS: Reads = {
  always: ['boundVariables', 'fillStyleId', 'strokeStyleId', 'effectStyleId', 'textStyleId', 'layoutMode'],
  keys: {
    fill: ['fills'],
    borderRadius: ['cornerRadius', 'topLeftRadius', 'topRightRadius', 'bottomLeftRadius', 'bottomRightRadius'],
    itemSpacing: ['itemSpacing'],
    opacity: ['opacity'],
    fontSizes: ['fontName', 'fontSize'],
    sizing: ['width', 'height'],
  },
}

/** Values of tokens by name, of some sets of a token file. */
export function tokensOf(file: Record<string, unknown>, sets: readonly string[]): Map<string, string> {
  const values = new Map<string, string>()
  const visit = (tree: TokenTree, path: string) => {
    if (typeof tree.value === 'string') values.set(path, tree.value)
    else for (const [name, below] of Object.entries(tree)) if (typeof below === 'object') visit(below, path === '' ? name : `${path}.${name}`)
  }
  for (const set of sets) visit(file[set] as TokenTree, '')
  return values
}

export function decide(node: SentNode, tokens: ReadonlyMap<string, string>): Decision {
  const decision: Decision = { set: {}, old: {}, failed: false }
  const cur = node.cur ?? {}
  const put = (field: string, value: unknown) => {
    if (!(field in cur) || same(cur[field], value)) return
    decision.set[field] = value
    decision.old[field] = cur[field]
  }
  for (const [key, data] of Object.entries(node.d ?? {})) {
    const value = tokens.get(String(JSON.parse(data)))
    if (value === undefined) decision.failed = true
    else if (key === 'fill') put('fills', [paint(value)])
    else if (key === 'borderRadius') for (const corner of READS.keys.borderRadius?.slice(1) ?? []) put(corner, Number(value))
    else if (key === 'fontSizes') put('fontSize', Number(value))
    else if (key === 'sizing') {
      put('width', Number(value))
      put('height', Number(value))
    } else put(key, Number(value))
  }
  return decision
}

function paint(hex: string): unknown {
  const part = (from: number) => parseInt(hex.slice(from, from + 2), 16) / 255
  return { type: 'SOLID', visible: true, opacity: 1, blendMode: 'NORMAL', color: { r: part(1), g: part(3), b: part(5) }, boundVariables: {} }
}
