import { isDeepStrictEqual } from 'node:util'
import { FIELDS, type Value } from './fields'

/** A layer as the file keeps it; plugins only ever get handles of it. */
export interface Layer {
  id: string
  type: string
  name: string
  parent: Layer | Page
  children: Layer[]
  /** Values that differ from those of the origin, or from the type's. */
  own: Map<string, Value>
  /** Pieces of a text by field, where they differ. */
  pieces: Map<string, Piece[]> | null
  /** Plugin data of its own: namespace and key, joined by a line feed. */
  data: Map<string, string> | null
  /** For an instance its main component, for a layer in one the layer it is made from. */
  origin: Layer | null
  /** Lies in a library: cannot be written. */
  remote: boolean
  /** Fields that were written although the origin says them; only in instances. */
  overrides: Set<string> | null
  removed: boolean
}

export interface Page {
  id: string
  type: 'PAGE'
  name: string
  children: Layer[]
  loaded: boolean
  loads: number
}

export interface Piece {
  start: number
  end: number
  value: Value
}

/** How to take one write back. */
export type Undo = () => void

/** A Figma file: pages, layers, and the history that undo goes back in. */
export class FakeDocument {
  readonly pages: Page[] = []
  readonly layers = new Map<string, Layer>()
  readonly components: Layer[] = []
  /** Variables by id. */
  readonly variables = new Map<string, string>()
  /** Shared plugin data of the root, in the namespace `tokens`. */
  readonly library = new Map<string, string>()
  /** Fonts that cannot be loaded here. */
  readonly missingFonts = new Set<string>()
  /** Writes that reached the file. */
  writes = 0
  /** Called for each write, after it. */
  onWrite: (layer: Layer, field: string) => void = () => {}
  keepsHistory = true
  private open: Undo[] = []
  private readonly steps: Undo[][] = []

  constructor(public name: string) {}

  addPage(id: string, name: string): Page {
    const page: Page = { id, type: 'PAGE', name, children: [], loaded: false, loads: 0 }
    this.pages.push(page)
    return page
  }

  add(parent: Layer | Page, id: string, type: string, name: string, values: Record<string, Value> = {}): Layer {
    if (FIELDS[type] === undefined) throw new Error(`no layer has the type ${type}`)
    const layer: Layer = {
      id, type, name, parent, children: [], own: new Map(Object.entries(values)), pieces: null, data: null, origin: null,
      remote: false, overrides: null, removed: false,
    }
    parent.children.push(layer)
    this.layers.set(id, layer)
    return layer
  }

  /** An instance, with a layer for every layer of its main component, which it takes its values from. */
  addInstance(parent: Layer | Page, id: string, component: Layer): Layer {
    const instance = this.add(parent, id, 'INSTANCE', component.name)
    instance.origin = component
    this.copyInto(instance, component, id)
    return instance
  }

  private copyInto(parent: Layer, from: Layer, path: string): void {
    for (const child of from.children) {
      const prefix = path.startsWith('I') ? path : `I${path}`
      const copy = this.add(parent, `${prefix};${child.id.slice(child.id.lastIndexOf(';') + 1)}`, child.type, child.name)
      copy.origin = child
      this.copyInto(copy, child, path)
    }
  }

  setData(layer: Layer, namespace: string, key: string, value: string): void {
    layer.data ??= new Map()
    layer.data.set(`${namespace}\n${key}`, value)
  }

  /** Plugin data of a namespace, with what is inherited. */
  dataOf(layer: Layer, namespace: string): Map<string, string> {
    const data = layer.origin === null ? new Map<string, string>() : this.dataOf(layer.origin, namespace)
    for (const [name, value] of layer.data ?? []) {
      if (!name.startsWith(`${namespace}\n`)) continue
      const key = name.slice(namespace.length + 1)
      if (value === '') data.delete(key)
      else data.set(key, value)
    }
    return data
  }

  hasData(layer: Layer, namespace: string, keys: readonly string[] | undefined): boolean {
    if (layer.data === null && layer.origin === null) return false
    const data = this.dataOf(layer, namespace)
    return keys === undefined ? data.size > 0 : keys.some((key) => data.has(key))
  }

  value(layer: Layer, field: string): Value {
    for (let from: Layer | null = layer; from !== null; from = from.origin) {
      if (from.own.has(field)) return from.own.get(field)
    }
    return FIELDS[layer.type]?.[field]
  }

  /** Pieces of a text field, or null when all letters agree. */
  piecesOf(layer: Layer, field: string): Piece[] | null {
    for (let from: Layer | null = layer; from !== null; from = from.origin) {
      const pieces = from.pieces?.get(field)
      if (pieces !== undefined && pieces.length > 0) return pieces
      if (from.own.has(field)) return null
    }
    return null
  }

  /** Writes a field, for the plugin and for people alike. */
  write(layer: Layer, field: string, value: Value): void {
    this.writePieces(layer, field, null)
    this.remember(layer.own, field, value)
    this.noteOverride(layer, field)
    this.writes++
    this.onWrite(layer, field)
  }

  writePieces(layer: Layer, field: string, pieces: Piece[] | null): void {
    if (pieces === null && layer.pieces?.has(field) !== true) return
    layer.pieces ??= new Map()
    this.remember(layer.pieces, field, pieces ?? [])
    if (pieces !== null) {
      this.noteOverride(layer, field)
      this.writes++
      this.onWrite(layer, field)
    }
  }

  private noteOverride(layer: Layer, field: string): void {
    if (layer.origin === null) return
    layer.overrides ??= new Set()
    if (layer.overrides.has(field)) return
    layer.overrides.add(field)
    const { overrides } = layer
    this.log(() => overrides.delete(field))
  }

  private remember<T>(map: Map<string, T>, key: string, value: T): void {
    const had = map.has(key)
    const old = map.get(key) as T
    map.set(key, value)
    this.log(() => (had ? map.set(key, old) : map.delete(key)))
  }

  private log(undo: Undo): void {
    if (this.keepsHistory) this.open.push(undo)
  }

  /** Closes the step; what comes is a step of its own. */
  commit(): void {
    if (this.open.length > 0) this.steps.push(this.open)
    this.open = []
  }

  /** Goes back one step. False when there is none. */
  undo(): boolean {
    this.commit()
    const step = this.steps.pop()
    if (step === undefined) return false
    for (const undo of step.reverse()) undo()
    return true
  }

  /** Takes back what was done since the last commit, as a plugin may. */
  undoOpen(): void {
    const { open } = this
    this.open = []
    for (const undo of open.reverse()) undo()
  }

  remove(layer: Layer): void {
    layer.parent.children.splice(layer.parent.children.indexOf(layer), 1)
    const forget = (one: Layer) => {
      one.removed = true
      this.layers.delete(one.id)
      one.children.forEach(forget)
    }
    forget(layer)
  }

  /** Everything a person could see, to compare: values of all layers, by id. */
  snapshot(): Map<string, Record<string, Value>> {
    const result = new Map<string, Record<string, Value>>()
    for (const [id, layer] of this.layers) {
      const fields: Record<string, Value> = {}
      for (const field of Object.keys(FIELDS[layer.type] ?? {})) {
        fields[field] = this.piecesOf(layer, field) ?? this.value(layer, field)
      }
      result.set(id, fields)
    }
    return result
  }
}

/** The first difference of two snapshots, in words, or null. Numbers are compared as Figma keeps them. */
export function difference(
  one: ReadonlyMap<string, Record<string, Value>>, other: ReadonlyMap<string, Record<string, Value>>,
): string | null {
  if (one.size !== other.size) return `${one.size} layers against ${other.size}`
  for (const [id, fields] of one) {
    const others = other.get(id)
    for (const [field, value] of Object.entries(fields)) {
      if (!isDeepStrictEqual(value, others?.[field])) {
        return `${id} ${field}: ${JSON.stringify(value)} against ${JSON.stringify(others?.[field])}`
      }
    }
  }
  return null
}
