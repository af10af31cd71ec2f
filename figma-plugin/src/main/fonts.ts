import { FONTS_REMEMBERED } from '../shared/limits'
import { groups } from './groups'

/** Fields whose writing lays glyphs out anew: Figma wants every font of the text loaded before. */
const LAID_OUT = new Set([
  'characters', 'fontName', 'fontSize', 'fontFamily', 'fontStyle', 'fontWeight', 'lineHeight', 'letterSpacing',
  'paragraphIndent', 'paragraphSpacing', 'listSpacing', 'textCase', 'textDecoration', 'textStyleId', 'textAutoResize',
  'textAlignHorizontal', 'textAlignVertical', 'textTruncation', 'maxLines', 'leadingTrim', 'hangingPunctuation',
  'hangingList', 'listOptions', 'indentation', 'width', 'height', 'minWidth', 'maxWidth', 'minHeight', 'maxHeight',
])

export function needsFonts(node: BaseNode, field: string): boolean {
  return node.type === 'TEXT' && LAID_OUT.has(field)
}

/** The fonts a text has now. */
export function fontsOf(text: TextNode): FontName[] {
  const font = text.fontName
  return font === figma.mixed ? text.getRangeAllFontNames(0, text.characters.length) : [font]
}

/** Fonts of one run: each is asked for once, at most thirty at a time. */
export class Fonts {
  /** By family and style: null when it is loaded, else why it is not. */
  private readonly known = new Map<string, string | null>()

  async load(wanted: readonly FontName[]): Promise<void> {
    const unknown = new Map<string, FontName>()
    for (const font of wanted) if (!this.known.has(keyOf(font))) unknown.set(keyOf(font), font)
    if (this.known.size + unknown.size > FONTS_REMEMBERED) this.known.clear()
    for (const group of groups([...unknown])) {
      await Promise.all(group.map(([key, font]) => this.loadOne(key, font)))
    }
  }

  /** Why one of the fonts cannot be used, or null when all are loaded. */
  problem(fonts: readonly FontName[]): string | null {
    for (const font of fonts) {
      const why = this.known.get(keyOf(font))
      if (why != null) return why
    }
    return null
  }

  private async loadOne(key: string, font: FontName): Promise<void> {
    try {
      await figma.loadFontAsync(font)
      this.known.set(key, null)
    } catch {
      this.known.set(key, `the font "${font.family} ${font.style}" is not available here`)
    }
  }
}

function keyOf(font: FontName): string {
  return `${font.family}\n${font.style}`
}

