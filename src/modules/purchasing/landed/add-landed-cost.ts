import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { readSellables, type Sellable } from '../../catalog/index.ts';
import type { SupplierInvoiceId } from '../invoice/invoice.ts';
import {
  agreedPrice,
  agreedQuantity,
  type Doing,
  type Known,
  type PurchaseOrder,
  type PurchaseOrderId,
} from '../order/purchase-order.ts';
import { keepStep, lockFor } from '../order/steps.ts';
import { lineValueMinor } from '../source/price.ts';
import type { CostKind, LandedCost, LandedCostId, LandedShare, Spread } from './landed-cost.ts';
import { postLanded } from './post-landed.ts';
import { insertLandedCost, lockCosts, noteCostUndone, orderOfCost, readLandedCosts } from './store.ts';

export type CostRefusal = Known | Refusal<'not_an_amount' | 'not_measured'>;
export type UndoCostRefusal = Known | Refusal<'already_undone' | 'already_invoiced'>;

/**
 * Spreads freight, duty or fees over the goods of an order, before they come or after. What came bears its share at once,
 * what left already as cost of goods. The same reference again is once.
 */
export async function addLandedCost(
  tx: Tx,
  input: Doing & {
    readonly id: PurchaseOrderId;
    readonly kind: CostKind;
    readonly spreadBy: Spread;
    /** In the shop's currency. */
    readonly amountMinor: bigint;
    readonly reference: string;
    /** The invoice that it came with. */
    readonly broughtBy?: SupplierInvoiceId | undefined;
  },
): Promise<Result<PurchaseOrder, CostRefusal>> {
  const { id, kind, spreadBy, amountMinor, reference, broughtBy, by, now } = input;
  const locked = await lockFor(tx, 'add_cost', id);
  if (!locked.ok) return locked;
  const order = locked.value;
  const before = (await readLandedCosts(tx, id)).filter(({ undone }) => undone === undefined);
  if (before.some((one) => one.reference === reference)) return ok(order);
  if (amountMinor <= 0n) return refuse('not_an_amount', 'a cost is above zero', 'amount');
  const shares = await sharesOf(tx, order, spreadBy);
  if (!shares.ok) return shares;
  const cost: LandedCost = {
    ...{ id: newId<'landed_cost'>(), orderId: id, kind, spreadBy, amountMinor, reference },
    ...{ clearedBy: undefined, clearedMinor: undefined, broughtBy, undone: undefined },
    ...{ made: { at: now, by }, shares: shares.value },
  };
  await insertLandedCost(tx, cost);
  const kept = await keepStep(tx, order, { verb: 'add_cost', from: order.state, note: reference, by, now });
  if (kept.ok) await postLanded(tx, kept.value, now);
  return kept;
}

/**
 * Takes freight, duty or fees back that were a mistake: what of them is on goods that are still there leaves their value, the
 * rest the variance of costs. Refused once their invoice came: that is taken back first, and takes what it brought along.
 */
export async function undoLandedCost(
  tx: Tx,
  { id, by, now }: Doing & { readonly id: LandedCostId },
): Promise<Result<PurchaseOrder, UndoCostRefusal>> {
  const orderId = await orderOfCost(tx, id);
  if (orderId === undefined) return noCost(id);
  const locked = await lockFor(tx, 'undo_cost', orderId);
  if (!locked.ok) return locked;
  const order = locked.value;
  // Held: a carrier's invoice for it waits, and then finds it gone.
  const held = (await lockCosts(tx, [id])).get(id);
  const cost = (await readLandedCosts(tx, orderId)).find((one) => one.id === id);
  if (cost === undefined) return noCost(id);
  const { reference, undone } = cost;
  if (held === undefined || undone !== undefined) {
    return refuse('already_undone', `${reference} was taken back already`, 'id');
  }
  if (held.clearedBy !== undefined) {
    return refuse('already_invoiced', `${reference} is on an invoice: take that back first`, 'id');
  }
  await noteCostUndone(tx, id, { by, now });
  const kept = await keepStep(tx, order, { verb: 'undo_cost', from: order.state, note: reference, by, now });
  if (kept.ok) await postLanded(tx, kept.value, now);
  return kept;
}

async function sharesOf(
  tx: Tx,
  order: PurchaseOrder,
  spreadBy: Spread,
): Promise<Result<LandedShare[], Refusal<'not_measured'>>> {
  const goods = await readSellables(
    tx,
    order.lines.map(({ variantId }) => variantId),
  );
  const shares: LandedShare[] = [];
  for (const [index, line] of order.lines.entries()) {
    const pieces = BigInt(agreedQuantity(line));
    const known = goods.get(line.variantId);
    const one = spreadBy === 'weight' ? known?.weightGrams : spreadBy === 'volume' ? volumeOf(known) : 1;
    if (!one && pieces > 0n) {
      const message = `the catalogue does not say the ${spreadBy} of every line: give it, or spread by value`;
      return refuse('not_measured', message, `lines[${index}]`);
    }
    const value = lineValueMinor(agreedPrice(line), agreedQuantity(line));
    const weight = spreadBy === 'value' ? value : pieces * BigInt(one ?? 0);
    shares.push({ lineId: line.id, weight, postedMinor: 0n });
  }
  return ok(shares);
}

function volumeOf(of: Pick<Sellable, 'dimensionsMm'> | undefined): number {
  const [length = 0, width = 0, height = 0] = of?.dimensionsMm ?? [];
  return length * width * height;
}

function noCost(id: LandedCostId) {
  return refuse('not_found', `no cost has the id ${id}`, 'id');
}
