import { FakeDocument, type Layer, type Page } from './document'
import { Random } from './random'

export interface DocumentShape {
  /** Layers that carry tokens. */
  layers: number
  layersPerPage: number
  seed: number
}

const BOARD_LAYERS = 120
const NAMESPACE = 'tokens'

/** Token names of test/data/tokens.json, by the property they go to. */
export const APPLIED: Record<string, Record<string, readonly string[]>> = {
  FRAME: { fill: ['color.bg', 'color.card'], borderRadius: ['radius.sm', 'radius.md'], itemSpacing: ['space.sm', 'space.md'], opacity: ['opacity.soft'] },
  RECTANGLE: { fill: ['color.accent', 'color.card'], borderRadius: ['radius.md'], opacity: ['opacity.soft', 'opacity.full'] },
  TEXT: { fill: ['color.text', 'color.accent'], fontSizes: ['font.sm', 'font.lg'] },
}

/**
 * A file like those of design systems: components on the first page, boards with cards, texts and
 * instances on all of them. The same shape gives the same file.
 */
export function generateDocument(shape: DocumentShape): FakeDocument {
  const document = new FakeDocument(`Generated ${shape.layers}`)
  const random = new Random(shape.seed)
  let id = 1
  let made = 0
  const apply = (layer: Layer) => {
    for (const [property, names] of Object.entries(APPLIED[layer.type] ?? {})) {
      if (random.next() < 0.6) document.setData(layer, NAMESPACE, property, JSON.stringify(random.pick(names)))
    }
    if (layer.data === null) document.setData(layer, NAMESPACE, 'fill', JSON.stringify('color.accent'))
    made++
  }
  const nextId = (page: Page) => `${page.id.split(':')[0]}:${++id}`
  const addText = (page: Page, parent: Layer) => {
    const text = document.add(parent, nextId(page), 'TEXT', 'Label', { characters: 'The quick brown fox' })
    if (random.next() < 0.1) {
      text.pieces = new Map([['fontName', [
        { start: 0, end: 9, value: { family: 'Inter', style: 'Bold' } },
        { start: 9, end: 19, value: { family: 'Inter', style: 'Regular' } },
      ]]])
    }
    apply(text)
  }
  const addCard = (page: Page, parent: Layer, type: string, name: string): Layer => {
    const card = document.add(parent, nextId(page), type, name, { layoutMode: 'VERTICAL', itemSpacing: random.below(20) })
    apply(card)
    apply(document.add(card, nextId(page), 'RECTANGLE', 'Image', { width: 40 + random.below(40) }))
    addText(page, card)
    return card
  }

  for (let number = 1; made < shape.layers; number++) {
    const page = document.addPage(`${number}:1`, `Page ${number}`)
    const end = Math.min(shape.layers, made + shape.layersPerPage)
    while (made < end) {
      const board = document.add(page, nextId(page), 'FRAME', `Board ${id}`, { width: 1440, height: 900 })
      const boardEnd = Math.min(end, made + BOARD_LAYERS)
      apply(board)
      if (document.components.length < 4) {
        const component = addCard(page, board, 'COMPONENT', 'Card')
        document.components.push(component)
      }
      while (made < boardEnd) {
        if (random.next() < 0.1) {
          const instance = document.addInstance(board, nextId(page), random.pick(document.components))
          // Some layers of instances have tokens of their own.
          if (random.next() < 0.3) document.setData(instance.children[0] as Layer, NAMESPACE, 'fill', '"color.text"')
        } else addCard(page, board, 'FRAME', `Card ${id}`)
      }
    }
  }
  return document
}
