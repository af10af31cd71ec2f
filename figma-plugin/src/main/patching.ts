import type { PatchPart } from '../shared/bridge'
import type { Font, Op } from '../shared/protocol'
import { type Fonts, fontsOf, needsFonts } from './fonts'
import { groups, nodesById } from './groups'
import { type Slices, Stopped } from './slices'
import type { Tally } from './tally'
import { OpWriter } from './writing'

/**
 * Writes the operations of a patch, thirty layers at once: layers, fonts and variables of a group are
 * fetched first, then the layers are written one after the other. No handle outlives its group.
 *
 * When the run is cancelled, what is left is told as skipped.
 */
export class PatchWriter {
  constructor(
    private readonly fonts: Fonts,
    private readonly slices: Slices,
    /** Waits for an answer of Figma, but not longer than the run lasts. */
    private readonly unlessStopped: <T>(answer: Promise<T>) => Promise<T>,
  ) {}

  async write(part: PatchPart, tally: Tally): Promise<void> {
    for (const { id, message } of part.refused) tally.error(id, '', message)
    let written = 0
    try {
      for (const group of groups(part.ops)) {
        const nodes = await this.unlessStopped(nodesById(group.map((op) => op.id)))
        await this.unlessStopped(this.fonts.load(group.flatMap((op, index) => fontsFor(op, nodes[index], part.fonts))))
        const variables = await this.unlessStopped(variablesOf(group))
        for (const [index, op] of group.entries()) {
          await this.slices.breathe()
          written++
          const node = nodes[index]
          if (node == null || node.type === 'DOCUMENT' || node.type === 'PAGE') tally.skip(op.id, 'missing')
          else await this.writeOne(node, op, part.fonts, variables, tally)
        }
      }
    } catch (problem) {
      if (!(problem instanceof Stopped)) throw problem
      for (const op of part.ops.slice(written)) tally.skip(op.id, 'cancelled')
      throw problem
    }
  }

  private async writeOne(
    node: SceneNode, op: Op, fonts: readonly Font[], variables: ReadonlyMap<string, Variable>, tally: Tally,
  ): Promise<void> {
    try {
      await new OpWriter(node, op, opFonts(op, fonts), this.fonts, variables, tally).write()
    } catch (problem) {
      // The layer was removed between the look-up and the write, or is not readable at all.
      tally.error(op.id, '', problem)
    }
  }
}

function opFonts(op: Op, fonts: readonly Font[]): Font[] {
  return (op.fonts ?? []).flatMap((index) => fonts[index] ?? [])
}

/** The fonts an operation brings, and those its text has, if any of its fields needs them. */
function fontsFor(op: Op, node: BaseNode | null | undefined, fonts: readonly Font[]): Font[] {
  if (node?.type !== 'TEXT') return []
  const fields = [op.unbind ?? [], ...[op.styles, op.set, op.ranges, op.bind].map((part) => Object.keys(part ?? {}))]
  if (!fields.flat().some((field) => needsFonts(node, field))) return []
  return opFonts(op, fonts).concat(fontsOf(node))
}

async function variablesOf(ops: readonly Op[]): Promise<Map<string, Variable>> {
  const ids = new Set(ops.flatMap((op) => Object.values(op.bind ?? {})))
  const variables = new Map<string, Variable>()
  for (const group of groups([...ids])) {
    const found = await Promise.all(group.map((id) => figma.variables.getVariableByIdAsync(id).catch(() => null)))
    for (const variable of found) if (variable !== null) variables.set(variable.id, variable)
  }
  return variables
}
