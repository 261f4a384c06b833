import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { LandedCostId } from '../landed/landed-cost.ts';
import type { AwaitedCost } from '../landed/store.ts';

/** What a carrier or customs invoice asks for a cost that was expected, in their currency without tax. */
export type ChargedLine = { readonly costId: LandedCostId; readonly amountMinor: bigint };

export type ChargesRefusal = Refusal<
  | 'not_found'
  | 'cost_twice'
  | 'already_invoiced'
  | 'order_cancelled'
  | 'not_an_amount'
  | 'not_a_rate'
  | 'nothing_invoiced'
>;
export type UndoChargesRefusal = Refusal<'not_found' | 'not_charges' | 'already_undone' | 'already_paid'>;

/** The costs that are invoiced, in the order of the lines: each once, and none that an invoice came for already. */
export function matchCharges(
  lines: readonly ChargedLine[],
  costs: ReadonlyMap<LandedCostId, AwaitedCost>,
): Result<readonly AwaitedCost[], ChargesRefusal> {
  const matched: AwaitedCost[] = [];
  for (const [index, { costId, amountMinor }] of lines.entries()) {
    const at = `lines[${index}]`;
    const cost = costs.get(costId);
    if (cost === undefined) return refuse('not_found', 'there is no such cost', `${at}.costId`);
    if (matched.includes(cost)) return refuse('cost_twice', 'this cost is given twice', `${at}.costId`);
    if (cost.clearedBy !== undefined) {
      return refuse('already_invoiced', `${cost.reference} was invoiced already`, `${at}.costId`);
    }
    if (cost.isCancelled) {
      const message = `${cost.orderNumber} was cancelled: keep what is owed for it as another cost`;
      return refuse('order_cancelled', message, `${at}.costId`);
    }
    if (amountMinor < 0n) return refuse('not_an_amount', 'an amount is not below nothing', `${at}.amount`);
    matched.push(cost);
  }
  return ok(matched);
}
