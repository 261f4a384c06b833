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
import type { CostKind, LandedCost, LandedShare, Spread } from './landed-cost.ts';
import { postLanded } from './post-landed.ts';
import { insertLandedCost, readLandedCosts } from './store.ts';

export type CostRefusal = Known | Refusal<'not_an_amount' | 'not_measured'>;

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
  const before = (await readLandedCosts(tx, id)).filter(({ undoneAt }) => undoneAt === undefined);
  if (before.some((one) => one.reference === reference)) return ok(order);
  if (amountMinor <= 0n) return refuse('not_an_amount', 'a cost is above zero', 'amount');
  const shares = await sharesOf(tx, order, spreadBy);
  if (!shares.ok) return shares;
  const cost: LandedCost = {
    ...{ id: newId<'landed_cost'>(), orderId: id, kind, spreadBy, amountMinor, reference },
    ...{ clearedBy: undefined, clearedMinor: undefined, broughtBy, undoneAt: undefined },
    ...{ made: { at: now, by }, shares: shares.value },
  };
  await insertLandedCost(tx, cost);
  const kept = await keepStep(tx, order, { verb: 'add_cost', from: order.state, note: reference, by, now });
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
