/** Which fields each type of layer has, and what they are when a layer is made. */
export type Value = unknown

const BASE = { visible: true, locked: false, x: 0, y: 0, rotation: 0, width: 100, height: 100, boundVariables: {} }

const BLEND = { opacity: 1, blendMode: 'PASS_THROUGH', effects: [], effectStyleId: '' }

const FILLS = { fills: [], fillStyleId: '' }

const STROKES = { strokes: [], strokeStyleId: '', strokeAlign: 'INSIDE', dashPattern: [] }

const ONE_STROKE = { strokeWeight: 1 }

const FOUR_STROKES = { strokeTopWeight: 1, strokeRightWeight: 1, strokeBottomWeight: 1, strokeLeftWeight: 1 }

const CORNERS = { topLeftRadius: 0, topRightRadius: 0, bottomLeftRadius: 0, bottomRightRadius: 0 }

const SIZES = { minWidth: null, maxWidth: null, minHeight: null, maxHeight: null, layoutSizingHorizontal: 'FIXED', layoutSizingVertical: 'FIXED' }

const LAYOUT = {
  layoutMode: 'NONE', layoutWrap: 'NO_WRAP', itemSpacing: 0, counterAxisSpacing: null, paddingLeft: 0, paddingRight: 0,
  paddingTop: 0, paddingBottom: 0, clipsContent: true, layoutGrids: [], gridStyleId: '',
}

const FRAME = { ...BASE, ...BLEND, ...FILLS, ...STROKES, ...FOUR_STROKES, ...CORNERS, ...SIZES, ...LAYOUT }

const VECTOR = { ...BASE, ...BLEND, ...FILLS, ...STROKES, ...ONE_STROKE, ...SIZES }

/** Fields of a text that each letter may have its own value of. */
export const TEXT_PIECES: Record<string, Value> = {
  fontName: { family: 'Inter', style: 'Regular' },
  fontSize: 12,
  lineHeight: { unit: 'AUTO' },
  letterSpacing: { unit: 'PERCENT', value: 0 },
  textCase: 'ORIGINAL',
  textDecoration: 'NONE',
  fills: [{ type: 'SOLID', visible: true, opacity: 1, blendMode: 'NORMAL', color: { r: 0, g: 0, b: 0 }, boundVariables: {} }],
  fillStyleId: '',
  textStyleId: '',
}

/** Fields of a text that lay out glyphs: writing them wants the fonts. */
export const GLYPH_FIELDS = new Set([
  'characters', 'fontName', 'fontSize', 'lineHeight', 'letterSpacing', 'textCase', 'textDecoration', 'paragraphSpacing',
  'paragraphIndent', 'textStyleId', 'textAutoResize', 'width', 'height',
])

const TEXT = {
  ...VECTOR, ...TEXT_PIECES, characters: '', paragraphSpacing: 0, paragraphIndent: 0, textAutoResize: 'NONE',
  textAlignHorizontal: 'LEFT',
}

export const FIELDS: Record<string, Record<string, Value>> = {
  FRAME,
  COMPONENT: FRAME,
  COMPONENT_SET: FRAME,
  INSTANCE: FRAME,
  GROUP: { ...BASE, ...BLEND },
  SECTION: { visible: true, locked: false, x: 0, y: 0, width: 100, height: 100, ...FILLS, boundVariables: {} },
  RECTANGLE: { ...VECTOR, ...FOUR_STROKES, ...CORNERS },
  ELLIPSE: VECTOR,
  LINE: VECTOR,
  POLYGON: { ...VECTOR, cornerRadius: 0 },
  STAR: { ...VECTOR, cornerRadius: 0 },
  VECTOR: { ...VECTOR, cornerRadius: 0 },
  BOOLEAN_OPERATION: { ...VECTOR, cornerRadius: 0 },
  TEXT,
}

/** One field that stands for four. */
export const COMBINED: Record<string, readonly string[]> = {
  cornerRadius: Object.keys(CORNERS),
  strokeWeight: Object.keys(FOUR_STROKES),
}

/** Fields that only tell, and never take. */
export const READ_ONLY = new Set(['id', 'type', 'parent', 'children', 'width', 'height', 'boundVariables', 'removed'])

/** Fields a variable can be bound to, but for those of paints, effects and grids. */
export const BINDABLE = new Set([
  'height', 'width', 'characters', 'itemSpacing', 'paddingLeft', 'paddingRight', 'paddingTop', 'paddingBottom', 'visible',
  'cornerRadius', 'topLeftRadius', 'topRightRadius', 'bottomLeftRadius', 'bottomRightRadius', 'minWidth', 'maxWidth',
  'minHeight', 'maxHeight', 'counterAxisSpacing', 'strokeWeight', 'strokeTopWeight', 'strokeRightWeight',
  'strokeBottomWeight', 'strokeLeftWeight', 'opacity',
])

export const TEXT_BINDABLE = new Set([
  'fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'letterSpacing', 'lineHeight', 'paragraphSpacing', 'paragraphIndent',
])

export function hasChildren(type: string): boolean {
  return ['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'GROUP', 'SECTION', 'BOOLEAN_OPERATION'].includes(type)
}
