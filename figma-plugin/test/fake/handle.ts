import { BINDABLE, COMBINED, FIELDS, GLYPH_FIELDS, hasChildren, READ_ONLY, TEXT_BINDABLE, TEXT_PIECES, type Value } from './fields'
import type { Font } from '../../src/shared/protocol'
import type { Layer, Page, Piece } from './document'
import type { FakeFigma } from './figma'

/** What things cost, in microseconds. */
export interface Costs {
  read: number
  write: number
  lookUp: number
  visit: number
  found: number
}

export const COSTS: Costs = { read: 2, write: 60, lookUp: 8, visit: 0.3, found: 2 }

type LayerMethod = (figma: FakeFigma, layer: Layer, ...args: any[]) => unknown

const DATA_BYTES_MAX = 100_000

/** Deeply frozen, as arrays and objects of Figma are: to change them, a whole one is set. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  const copy = structuredClone(value)
  const freeze = (one: object) => {
    Object.freeze(one)
    for (const member of Object.values(one)) if (typeof member === 'object' && member !== null) freeze(member)
  }
  freeze(copy as object)
  return copy
}

/** Figma keeps numbers as float32. */
function stored(value: Value): Value {
  if (typeof value === 'number') return Math.fround(value)
  if (Array.isArray(value)) return value.map(stored)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, stored(one)]))
  }
  return value
}

/** What a plugin holds of a layer: every access goes to the file, and costs time. */
export function layerHandle(figma: FakeFigma, layer: Layer): object {
  const { document, clock, costs } = figma
  const fields = FIELDS[layer.type] as Record<string, Value>
  const methods = methodsOf(layer.type)

  const alive = () => {
    figma.checkAlive()
    if (layer.removed) throw new Error(`in get: The node with id "${layer.id}" does not exist`)
  }

  const read = (field: string): unknown => {
    const parts = COMBINED[field]
    if (parts !== undefined && parts.every((part) => part in fields)) {
      const values = parts.map((part) => document.value(layer, part))
      return values.every((one) => one === values[0]) ? values[0] : figma.mixed
    }
    if (document.piecesOf(layer, field) !== null) return figma.mixed
    return frozen(document.value(layer, field))
  }

  const has = (field: string) =>
    field in fields || field in methods || ['id', 'type', 'name', 'parent', 'removed'].includes(field) ||
    (field === 'children' && hasChildren(layer.type)) || (COMBINED[field]?.every((part) => part in fields) ?? false)

  const write = (field: string, value: unknown) => {
    if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) {
      throw new Error(`in set_${field}: Property "${field}" failed validation: expected a value, got ${String(value)}`)
    }
    figma.checkWritable(layer)
    if (layer.type === 'TEXT' && GLYPH_FIELDS.has(field)) {
      if (field === 'fontName') figma.checkFonts([value as Font], field)
      else figma.checkFonts(figma.fontsOf(layer), field)
    }
    const parts = COMBINED[field]
    const value32 = stored(structuredClone(value))
    if (parts !== undefined && !(field in fields)) for (const part of parts) document.write(layer, part, value32)
    else document.write(layer, field, value32)
  }

  return figma.track(
    new Proxy({}, {
      has: (_, field) => typeof field === 'string' && has(field),
      get: (_, field) => {
        if (typeof field !== 'string' || field === 'then') return undefined
        if (field === 'id') return layer.id
        if (field === 'removed') return layer.removed
        alive()
        clock.charge(costs.read)
        if (field === 'type') return layer.type
        if (field === 'name') return layer.name
        if (field === 'parent') return figma.handle(layer.parent)
        if (field === 'children') {
          clock.charge(costs.visit * layer.children.length)
          return hasChildren(layer.type) ? layer.children.map((one) => figma.handle(one)) : undefined
        }
        if (field === 'mainComponent') throw new Error('in get_mainComponent: Cannot use with documentAccess: dynamic-page. Use getMainComponentAsync instead.')
        const method = methods[field]
        if (method !== undefined) return (...args: unknown[]) => method(figma, layer, ...args)
        return has(field) ? read(field) : undefined
      },
      set: (_, field, value) => {
        alive()
        clock.charge(costs.write)
        if (typeof field !== 'string' || !has(field) || READ_ONLY.has(field) || field in methods) {
          throw new TypeError(`object is not extensible or no setter for property: ${String(field)}`)
        }
        if (field.endsWith('StyleId')) throw new Error(`in set_${field}: Cannot write with documentAccess: dynamic-page. Use set${field[0]?.toUpperCase()}${field.slice(1)}Async.`)
        if (field === 'name') layer.name = String(value)
        else write(field, value)
        return true
      },
      // Nothing of it can be copied: a handle in a message is an error.
      ownKeys: () => { throw new Error('a layer cannot be copied') },
    }),
  )
}

/** Methods by type of layer; a handle binds those that are called to its layer. */
const METHODS = new Map<string, Record<string, LayerMethod>>()

function methodsOf(type: string): Record<string, LayerMethod> {
  let methods = METHODS.get(type)
  if (methods === undefined) {
    methods = makeMethods(type)
    METHODS.set(type, methods)
  }
  return methods
}

function makeMethods(type: string): Record<string, LayerMethod> {
  const methods: Record<string, LayerMethod> = {
    getSharedPluginDataKeys: ({ document }, layer, namespace: string) => {
      checkNamespace(namespace)
      return [...document.dataOf(layer, namespace).keys()]
    },
    getSharedPluginData: ({ document, clock, costs }, layer, namespace: string, key: string) => {
      clock.charge(costs.read)
      checkNamespace(namespace)
      return document.dataOf(layer, namespace).get(key) ?? ''
    },
    setSharedPluginData: (figma, layer, namespace: string, key: string, value: string) => {
      checkNamespace(namespace)
      const bytes = Buffer.byteLength(namespace + key + value)
      if (bytes > DATA_BYTES_MAX) throw new Error(`in setSharedPluginData: entry is ${bytes} bytes, at most ${DATA_BYTES_MAX} fit`)
      figma.checkWritable(layer)
      figma.document.setData(layer, namespace, key, value)
    },
    setBoundVariable: (figma, layer, field: string, variable: { id: string } | string | null) => {
      figma.clock.charge(figma.costs.write)
      if (typeof variable === 'string') throw new Error('in setBoundVariable: Cannot call with a variable id with documentAccess: dynamic-page.')
      figma.checkWritable(layer)
      const isText = layer.type === 'TEXT' && TEXT_BINDABLE.has(field)
      if (!isText && !BINDABLE.has(field)) throw new Error(`in setBoundVariable: "${field}" cannot be bound`)
      const bound = { ...(figma.document.value(layer, 'boundVariables') as Record<string, unknown>) }
      const alias = variable && { type: 'VARIABLE_ALIAS', id: variable.id }
      if (alias === null) delete bound[field]
      else bound[field] = isText ? [alias] : alias
      figma.document.write(layer, 'boundVariables', bound)
    },
  }
  if (type !== 'SECTION' && type !== 'GROUP') {
    methods.resize = (figma, layer, width: number, height: number) => {
      figma.clock.charge(figma.costs.write)
      figma.checkWritable(layer)
      if (!(width >= 0.01) || !(height >= 0.01)) throw new Error('in resize: Expected "width" and "height" to be at least 0.01')
      if (type === 'TEXT') figma.checkFonts(figma.fontsOf(layer), 'resize')
      figma.document.write(layer, 'width', Math.fround(width))
      figma.document.write(layer, 'height', Math.fround(height))
    }
  }
  for (const field of ['fillStyleId', 'strokeStyleId', 'effectStyleId', 'textStyleId', 'gridStyleId']) {
    if (!(field in (FIELDS[type] ?? {}))) continue
    methods[`set${capital(field)}Async`] = async (figma, layer, id: string) => {
      figma.clock.charge(figma.costs.write)
      await figma.pause(1)
      figma.checkWritable(layer)
      figma.document.write(layer, field, id)
    }
  }
  if (hasChildren(type)) methods.findAllWithCriteria = findAll
  if (type === 'INSTANCE') {
    methods.getMainComponentAsync = async (figma, layer) => {
      await figma.pause(1)
      return layer.origin === null ? null : figma.handle(layer.origin)
    }
  }
  if (type === 'TEXT') Object.assign(methods, textMethods())
  return methods
}

function piecesOf({ document }: FakeFigma, layer: Layer, field: string): Piece[] {
  const end = String(document.value(layer, 'characters')).length
  return document.piecesOf(layer, field) ?? [{ start: 0, end, value: document.value(layer, field) }]
}

function textMethods(): Record<string, LayerMethod> {
  const methods: Record<string, LayerMethod> = {
    getStyledTextSegments: (figma, layer, fields: string[]) => {
      figma.clock.charge(figma.costs.read * 5)
      const field = fields[0] ?? ''
      if (fields.length !== 1 || !(field in TEXT_PIECES)) throw new Error(`in getStyledTextSegments: "${field}" is not a field of pieces`)
      const characters = String(figma.document.value(layer, 'characters'))
      return piecesOf(figma, layer, field).map(({ start, end, value }) => (
        { start, end, characters: characters.slice(start, end), [field]: frozen(value) }))
    },
    getRangeAllFontNames: (figma, layer) => figma.fontsOf(layer).map(frozen),
  }
  for (const field of Object.keys(TEXT_PIECES)) {
    const write = (figma: FakeFigma, layer: Layer, start: number, end: number, value: Value) => {
      figma.clock.charge(figma.costs.write)
      figma.checkWritable(layer)
      const length = String(figma.document.value(layer, 'characters')).length
      if (end > length || start < 0) throw new Error(`in setRange${capital(field)}: Range outside of available characters`)
      if (GLYPH_FIELDS.has(field)) figma.checkFonts(field === 'fontName' ? [value as Font] : figma.fontsOf(layer), field)
      figma.document.writePieces(layer, field, merge(piecesOf(figma, layer, field), start, end, stored(structuredClone(value))))
    }
    methods[`getRange${capital(field)}`] = (figma, layer, start: number, end: number) => {
      const inside = piecesOf(figma, layer, field).filter((piece) => piece.start < end && piece.end > start)
      return inside.length === 1 ? frozen(inside[0]?.value) : figma.mixed
    }
    methods[`setRange${capital(field)}`] = write
    if (field.endsWith('StyleId')) {
      methods[`setRange${capital(field)}`] = () => { throw new Error('Cannot call with documentAccess: dynamic-page') }
      methods[`setRange${capital(field)}Async`] = async (figma, layer, start: number, end: number, value: Value) => {
        await figma.pause(1)
        write(figma, layer, start, end, value)
      }
    }
  }
  return methods
}

/** Pieces with a part written over; neighbours that agree become one. */
function merge(pieces: Piece[], start: number, end: number, value: Value): Piece[] {
  const cut = pieces.flatMap((piece) => [
    { ...piece, end: Math.min(piece.end, start) },
    { ...piece, start: Math.max(piece.start, end) },
  ])
  const all = [...cut, { start, end, value }].filter((piece) => piece.start < piece.end).sort((a, b) => a.start - b.start)
  const merged: Piece[] = []
  for (const piece of all) {
    const before = merged.at(-1)
    if (before !== undefined && JSON.stringify(before.value) === JSON.stringify(piece.value)) before.end = piece.end
    else merged.push({ ...piece })
  }
  return merged
}

export interface Criteria {
  types?: string[]
  sharedPluginData?: { namespace: string; keys?: string[] }
}

/** In document order, without the layer it is called on. */
export function findAll(figma: FakeFigma, within: Layer | Page, criteria: Criteria): object[] {
  const { document, clock, costs } = figma
  if (criteria.types === undefined && criteria.sharedPluginData === undefined) throw new Error('in findAllWithCriteria: no criteria')
  if (criteria.sharedPluginData) checkNamespace(criteria.sharedPluginData.namespace)
  const found: object[] = []
  const visit = (layer: Layer) => {
    clock.charge(costs.visit)
    if (figma.isSkipped(layer)) return
    const { types, sharedPluginData: data } = criteria
    const fits = (types?.includes(layer.type) ?? true) && (data === undefined || document.hasData(layer, data.namespace, data.keys))
    if (fits) {
      clock.charge(costs.found)
      found.push(figma.handle(layer))
    }
    layer.children.forEach(visit)
  }
  within.children.forEach(visit)
  return found
}

function checkNamespace(namespace: string): void {
  if (!/^[A-Za-z0-9_.]{3,}$/.test(namespace)) throw new Error(`in sharedPluginData: "${namespace}" is no namespace`)
}

function capital(field: string): string {
  return field[0]?.toUpperCase() + field.slice(1)
}
