import { FakeDocument, type Layer, type Page, type Piece } from './document'
import { FIELDS, type Value } from './fields'

/** A node of Figma's REST interface, of which a part is read. */
interface RestNode {
  id: string
  type: string
  name?: string
  children?: RestNode[]
  componentId?: string
  sharedPluginData?: Record<string, Record<string, string>>
  [field: string]: unknown
}

/** Loads what the REST interface answers for a file, in the terms of the Plugin API. */
export function documentFromRest(file: { name: string; document: unknown }): FakeDocument {
  const document = new FakeDocument(file.name)
  const instances: [Layer, string][] = []
  for (const canvas of (file.document as RestNode).children ?? []) {
    const page = document.addPage(canvas.id, canvas.name ?? '')
    for (const node of canvas.children ?? []) load(document, page, node, instances)
  }
  // Components may come after their instances.
  for (const [instance, component] of instances) link(document, instance, document.layers.get(component) ?? null)
  return document
}

function load(document: FakeDocument, parent: Layer | Page, node: RestNode, instances: [Layer, string][]): void {
  const layer = document.add(parent, node.id, node.type, node.name ?? '', valuesOf(node))
  if (node.type === 'TEXT') layer.pieces = piecesOf(node)
  for (const [namespace, data] of Object.entries(node.sharedPluginData ?? {})) {
    for (const [key, value] of Object.entries(data)) document.setData(layer, namespace, key, value)
  }
  if (node.type === 'COMPONENT') document.components.push(layer)
  if (node.componentId !== undefined) instances.push([layer, node.componentId])
  for (const child of node.children ?? []) load(document, layer, child, instances)
}

/** Layers of an instance take their values from those of its component; of a library's, nothing is here. */
function link(document: FakeDocument, layer: Layer, component: Layer | null): void {
  layer.origin = component
  for (const child of layer.children) link(document, child, document.layers.get(child.id.slice(child.id.lastIndexOf(';') + 1)) ?? null)
}

const STYLES: Record<string, string> = { fill: 'fillStyleId', stroke: 'strokeStyleId', effect: 'effectStyleId', text: 'textStyleId', grid: 'gridStyleId' }

function valuesOf(node: RestNode): Record<string, Value> {
  const fields = FIELDS[node.type] ?? {}
  const values: Record<string, Value> = {}
  const put = (field: string, value: Value) => {
    if (field in fields && value !== undefined) values[field] = value
  }
  for (const [field, value] of Object.entries(node)) {
    if (field in fields) put(field, field === 'fills' || field === 'strokes' ? (value as RestPaint[]).map(paintOf) : value)
  }
  const box = node.absoluteBoundingBox as { x: number; y: number; width: number; height: number } | undefined
  for (const [field, value] of Object.entries(box ?? {})) put(field, value)
  const corners = (node.rectangleCornerRadii as number[] | undefined) ?? (node.cornerRadius === undefined ? [] : Array(4).fill(node.cornerRadius))
  for (const [index, field] of ['topLeftRadius', 'topRightRadius', 'bottomRightRadius', 'bottomLeftRadius'].entries()) put(field, corners[index])
  for (const side of ['Top', 'Right', 'Bottom', 'Left']) {
    const weights = node.individualStrokeWeights as Record<string, number> | undefined
    put(`stroke${side}Weight`, weights?.[side.toLowerCase()] ?? node.strokeWeight)
  }
  for (const [kind, id] of Object.entries((node.styles as Record<string, string> | undefined) ?? {})) put(STYLES[kind] ?? '', `S:${id}`)
  if (node.style !== undefined) Object.assign(values, textValues(node.style as RestStyle))
  return values
}

interface RestPaint {
  type: string
  color?: { r: number; g: number; b: number; a: number }
  opacity?: number
  visible?: boolean
  blendMode?: string
}

/** In REST the colour has the transparency that a paint of the Plugin API has beside it. */
function paintOf(paint: RestPaint): Value {
  const { color, opacity = 1, visible = true, blendMode = 'NORMAL', ...rest } = paint
  if (color === undefined) return { ...rest, opacity, visible, blendMode }
  return { ...rest, opacity: opacity * color.a, visible, blendMode, color: { r: color.r, g: color.g, b: color.b }, boundVariables: {} }
}

type RestStyle = Record<string, unknown>

function textValues(style: RestStyle): Record<string, Value> {
  const values: Record<string, Value> = {}
  if (style.fontFamily !== undefined) values.fontName = { family: style.fontFamily, style: style.fontStyle ?? 'Regular' }
  if (style.fontSize !== undefined) values.fontSize = style.fontSize
  if (style.letterSpacing !== undefined) values.letterSpacing = { unit: 'PIXELS', value: style.letterSpacing }
  if (style.lineHeightUnit === 'PIXELS') values.lineHeight = { unit: 'PIXELS', value: style.lineHeightPx }
  return values
}

/** Runs of letters with a style of their own. */
function piecesOf(node: RestNode): Map<string, Piece[]> | null {
  const overrides = (node.characterStyleOverrides as number[] | undefined) ?? []
  const table = (node.styleOverrideTable as Record<string, RestStyle> | undefined) ?? {}
  const base = textValues((node.style as RestStyle | undefined) ?? {})
  const length = String(node.characters ?? '').length
  const fields = new Set(Object.values(table).flatMap((style) => Object.keys(textValues(style))))
  if (overrides.length === 0 || fields.size === 0) return null
  return new Map([...fields].map((field) => {
    const pieces: Piece[] = []
    for (let at = 0; at < length; at++) {
      const value = textValues(table[overrides[at] ?? 0] ?? {})[field] ?? base[field]
      const before = pieces.at(-1)
      if (before !== undefined && JSON.stringify(before.value) === JSON.stringify(value)) before.end = at + 1
      else pieces.push({ start: at, end: at + 1, value })
    }
    return [field, pieces]
  }))
}
