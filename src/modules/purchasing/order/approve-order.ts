import { type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { readShop } from '../../markets/index.ts';
import { converted } from '../source/price.ts';
import { staleVersion } from './edit-order.ts';
import {
  type Doing,
  type Known,
  orderValueMinor,
  type PurchaseOrder,
  type PurchaseOrderId,
} from './purchase-order.ts';
import { keepStep, lockFor } from './steps.ts';

export type ApproveRefusal = Known | Refusal<'changed_meanwhile' | 'no_lines' | 'over_limit'>;

type Approving = Doing & {
  readonly id: PurchaseOrderId;
  /** What they saw: what was edited since is not approved. */
  readonly version?: number | undefined;
  /** How much they may approve, in the shop's currency; `undefined`: any amount, `0n`: nothing. */
  readonly limitMinor: bigint | undefined;
};

/**
 * Approves an order within a person's limit. A draft beyond it waits for somebody with a higher one; what waits is refused
 * to whoever may not (`over_limit`).
 */
export async function approvePurchaseOrder(
  tx: Tx,
  { id, version, limitMinor, by, now }: Approving,
): Promise<Result<PurchaseOrder, ApproveRefusal>> {
  const locked = await lockFor(tx, 'approve', id);
  if (!locked.ok) return locked;
  const order = locked.value;
  const stale = staleVersion(order, version);
  if (stale !== undefined) return stale;
  if (order.lines.length === 0) return refuse('no_lines', `${order.number} has no goods`, 'id');
  const isWithin = limitMinor === undefined || (await worthOf(tx, order)) <= limitMinor;
  if (isWithin) {
    const approved = { ...order, state: 'approved' as const, approved: { at: now, by } };
    return keepStep(tx, approved, { verb: 'approve', from: order.state, by, now });
  }
  if (order.state !== 'draft')
    return refuse('over_limit', `${order.number} comes to more than you may approve`);
  const waiting = { ...order, state: 'awaiting_approval' as const };
  return keepStep(tx, waiting, { verb: 'approve', from: order.state, by, now });
}

/** Back to a draft, with a reason. */
export async function sendBackPurchaseOrder(
  tx: Tx,
  { id, note, by, now }: Doing & { readonly id: PurchaseOrderId; readonly note: string },
): Promise<Result<PurchaseOrder, Known>> {
  const locked = await lockFor(tx, 'send_back', id);
  if (!locked.ok) return locked;
  const { state } = locked.value;
  const draft = { ...locked.value, state: 'draft' as const, approved: undefined };
  return keepStep(tx, draft, { verb: 'send_back', from: state, note, by, now });
}

/** What an order comes to in the shop's currency. */
export async function worthOf(db: Db, order: PurchaseOrder): Promise<bigint> {
  const { defaultCurrency } = await readShop(db);
  return converted(orderValueMinor(order), {
    ...{ from: order.currency, to: defaultCurrency, rateE10: order.rateE10 },
  });
}
