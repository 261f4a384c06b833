import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { readMargins, readNeeds } from '../../replenishment/index.ts';
import type { Decision } from '../decision.ts';
import { type Edits, editedWhole } from '../field.ts';
import type { Proposed, ReadContext } from '../kind.ts';
import { proposedNeed } from './reorder-need.ts';
import { type ReorderLine, type ReorderProposal, reorderFields } from './reorder-proposal.ts';
import { joined } from './reorder-together.ts';

type Revised = Result<Proposed<ReorderProposal>, Refusal<'invalid_edit' | 'not_enough'>>;

/**
 * A person's quantities, in whole packs; of several lines 0 takes one out, and it can be put in again. What it brings is
 * reckoned anew from the needs as they are now: what was not touched and is not needed any more goes out as well.
 */
export async function reviseReorder(
  context: ReadContext,
  decision: Decision,
  { proposal, edits }: { readonly proposal: ReorderProposal; readonly edits: Edits },
): Promise<Revised> {
  const wanted = quantitiesOf(proposal, edits);
  if (!wanted.ok) return wanted;
  const { db, now, currency } = context;
  const ids = proposal.lines.map(({ variantId }) => variantId);
  const [needs, margins] = await Promise.all([
    readNeeds(db, ids, now),
    readMargins(db, ids, { currency, now }),
  ]);
  const parts: Proposed<ReorderProposal>[] = [];
  const out: ReorderLine[] = [];
  for (const { line, key, quantity } of wanted.value) {
    const [need, margin] = [
      needs.find((one) => one.variantId === line.variantId),
      margins.get(line.variantId),
    ];
    const isNeeded = need !== undefined && need.quantity > 0 && margin !== undefined;
    const one = isNeeded && quantity > 0 ? proposedNeed(context, { need, margin, quantity }) : undefined;
    if (one !== undefined) parts.push(one);
    else if (quantity > 0 && edits[key] !== undefined) {
      return refuse('not_enough', 'by now nothing of it is needed any more', `fields.${key}`);
    } else out.push({ ...line, quantity: 0, valueMinor: 0n });
  }
  const [first] = parts;
  if (first === undefined) return refuse('not_enough', 'nothing is left of it: say no to it instead');
  return ok(proposal.lines.length === 1 ? first : joined(decision.subject, parts, out));
}

type Wanted = { readonly line: ReorderLine; readonly key: string; readonly quantity: number };

function quantitiesOf(
  proposal: ReorderProposal,
  edits: Edits,
): Result<readonly Wanted[], Refusal<'invalid_edit'>> {
  const fields = reorderFields(proposal);
  const isOne = proposal.lines.length === 1;
  const wanted: Wanted[] = [];
  for (const line of proposal.lines) {
    const key = isOne ? 'quantity' : line.variantId;
    const field = fields.find((one) => one.key === key);
    const edited = edits[key] === undefined ? BigInt(line.quantity) : editedWhole(field, edits[key]);
    if (edited === undefined) {
      const range = `whole packs of ${line.packSize}, ${field?.least} to ${field?.most}`;
      return refuse('invalid_edit', range, `fields.${key}`);
    }
    wanted.push({ line, key, quantity: Number(edited) });
  }
  return ok(wanted);
}
