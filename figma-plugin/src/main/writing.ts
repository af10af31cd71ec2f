import type { Font, Op } from '../shared/protocol'
import { same } from '../shared/equality'
import { type Fonts, fontsOf, needsFonts } from './fonts'
import { haveRanges, writeRanges } from './ranges'
import { inInstance } from './listing'
import type { Tally } from './tally'
import { type Fields, valueOf } from './values'

/** A layer whose fields are written by name; Figma throws for what cannot be written. */
type Writable = Record<string, unknown>

const STYLE_SETTERS: Record<string, string> = {
  fillStyleId: 'setFillStyleIdAsync',
  strokeStyleId: 'setStrokeStyleIdAsync',
  effectStyleId: 'setEffectStyleIdAsync',
  textStyleId: 'setTextStyleIdAsync',
  gridStyleId: 'setGridStyleIdAsync',
}

/**
 * One operation on one layer, in the order the protocol says: `expect`, `unbind`, `styles`, `set`,
 * `ranges`, `bind`. Fonts and variables have been fetched. What has its value already is not written:
 * a setter is dear, and on a layer of an instance it makes an override even of the same value.
 *
 * A field that fails is told, and the others go on.
 */
export class OpWriter {
  private wrote = false
  private failed = false
  private readonly equal: string[] = []
  /** Why the fonts the operation brings cannot be used, or null. */
  private readonly newFontProblem: string | null
  /** Why no field that lays out glyphs can be written, or null. */
  private fontProblem: string | null

  constructor(
    private readonly node: SceneNode,
    private readonly op: Op,
    opFonts: readonly Font[],
    fonts: Fonts,
    private readonly variables: ReadonlyMap<string, Variable>,
    private readonly tally: Tally,
  ) {
    this.newFontProblem = fonts.problem(opFonts)
    this.fontProblem = this.newFontProblem ?? (node.type === 'TEXT' ? fonts.problem(fontsOf(node)) : null)
  }

  async write(): Promise<void> {
    if (!this.isAsExpected()) {
      if (this.isReached()) this.tally.unchanged()
      else this.tally.skip(this.op.id, 'changed-since')
      return
    }
    const unbound = this.unbind()
    for (const [field, id] of Object.entries(this.op.styles ?? {})) {
      await this.attempt(field, () => this.writeStyle(field, id))
    }
    for (const [field, value] of Object.entries(this.op.set ?? {})) {
      if (unbound(field)) await this.attempt(field, () => this.writeField(field, value))
    }
    for (const [field, ranges] of Object.entries(this.op.ranges ?? {})) {
      await this.attempt(field, () => writeRanges(this.node as TextNode, field, ranges))
    }
    for (const [field, id] of Object.entries(this.op.bind ?? {})) {
      await this.attempt(field, () => this.bind(field, id))
    }
    if (this.wrote) this.tally.written()
    else if (!this.failed) this.tally.unchanged()
    if (inInstance(this.node)) this.tally.keep(this.op.id, this.equal)
  }

  /**
   * Whether nobody has changed the layer. A field that has the value it is to be given is as expected
   * too: this very operation wrote it, and the answer was lost.
   */
  private isAsExpected(): boolean {
    return Object.entries(this.op.expect ?? {}).every(([field, expected]) => {
      const current = valueOf(this.node, field)
      if (same(current, expected)) return true
      const { set, styles, ranges, bind } = this.op
      if (set !== undefined && field in set) return same(current, set[field])
      if (styles !== undefined && field in styles) return same(current, styles[field])
      if (ranges !== undefined && field in ranges) return same(current, { $mixed: ranges[field] })
      return field === 'boundVariables' && bind !== undefined && Object.entries(bind).every(([of, id]) => this.isBoundTo(of, id))
    })
  }

  /** Whether all is as the operation wants it, as after it was written and its answer was lost. */
  private isReached(): boolean {
    const { set = {}, styles = {}, ranges = {}, bind = {} } = this.op
    return Object.entries({ ...styles, ...set }).every(([field, value]) => same(valueOf(this.node, field), value)) &&
      Object.entries(ranges).every(([field, pieces]) => haveRanges(this.node as TextNode, field, pieces)) &&
      Object.entries(bind).every(([field, id]) => this.isBoundTo(field, id))
  }

  /** Takes variables off, and tells for which fields writing may go on. */
  private unbind(): (field: string) => boolean {
    const stuck = new Set<string>()
    for (const field of this.op.unbind ?? []) {
      if (this.boundTo(field) === null) continue
      try {
        this.checkFonts(field)
        setBoundVariable(this.node, field, null)
        this.wrote = true
      } catch (problem) {
        stuck.add(field)
        this.fail(field, problem)
      }
    }
    return (field) => !stuck.has(field)
  }

  private async attempt(field: string, write: () => Promise<boolean> | boolean): Promise<void> {
    try {
      if (await write()) this.wrote = true
      else this.equal.push(field)
    } catch (problem) {
      this.fail(field, problem)
    }
  }

  private fail(field: string, problem: unknown): void {
    this.failed = true
    this.tally.error(this.op.id, field, problem)
  }

  private async writeStyle(field: string, id: string): Promise<boolean> {
    if (this.current(field) === id) return false
    this.checkFonts(field)
    const setter = (this.node as unknown as Writable)[STYLE_SETTERS[field] ?? '']
    if (typeof setter !== 'function') throw new Error(`this ${this.node.type} has no ${field}`)
    await setter.call(this.node, id)
    return true
  }

  private writeField(field: string, value: unknown): boolean {
    const current = this.current(field)
    if (typeof current === 'function') throw new Error(`"${field}" is not a field`)
    if (same(current, value)) return false
    this.checkFonts(field)
    if (field === 'width' || field === 'height') return this.resize()
    ;(this.node as unknown as Writable)[field] = value
    // From now on the text has this font alone, which is loaded.
    if (field === 'fontName') this.fontProblem = this.newFontProblem
    return true
  }

  /** Both sides at once; the second one of the operation then has its value. */
  private resize(): boolean {
    const { width = this.current('width'), height = this.current('height') } = (this.op.set ?? {}) as Fields
    if (!('resize' in this.node)) throw new Error(`this ${this.node.type} cannot be resized`)
    this.node.resize(width as number, height as number)
    return true
  }

  private bind(field: string, id: string): boolean {
    if (this.isBoundTo(field, id)) return false
    const variable = this.variables.get(id)
    if (variable === undefined) throw new Error(`the variable ${id} is gone`)
    this.checkFonts(field)
    setBoundVariable(this.node, field, variable)
    return true
  }

  private current(field: string): unknown {
    if (!(field in this.node)) throw new Error(`this ${this.node.type} has no ${field}`)
    return (this.node as unknown as Fields)[field]
  }

  private checkFonts(field: string): void {
    const problem = field === 'fontName' ? this.newFontProblem : this.fontProblem
    if (problem !== null && needsFonts(this.node, field)) throw new Error(problem)
  }

  /** Ids of the variables of a field, or null without any. Text fields have one for each piece. */
  private boundTo(field: string): string[] | null {
    const bound = (this.node.boundVariables as Fields | undefined)?.[field] as VariableAlias | VariableAlias[] | undefined
    const aliases = bound === undefined ? [] : Array.isArray(bound) ? bound : [bound]
    return aliases.length === 0 ? null : aliases.map((alias) => alias.id)
  }

  private isBoundTo(field: string, id: string): boolean {
    return this.boundTo(field)?.every((bound) => bound === id) ?? false
  }
}

function setBoundVariable(node: SceneNode, field: string, variable: Variable | null): void {
  ;(node.setBoundVariable as (of: string, to: Variable | null) => void)(field, variable)
}
