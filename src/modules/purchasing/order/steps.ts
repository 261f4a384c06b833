import { sql } from 'kysely';
import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { expectFrom } from './expect-goods.ts';
import type { Doing, Known, OrderState, PurchaseOrder, PurchaseOrderId } from './purchase-order.ts';
import { lockPurchaseOrder, readPurchaseOrder, writeOrder } from './store.ts';
import { mayBe, type OrderVerb } from './transitions.ts';

/** What happened to an order, for its history. */
export type Step = {
  readonly verb: OrderVerb | 'create';
  readonly from: OrderState;
  readonly to: OrderState;
  readonly note: string;
  readonly at: Temporal.Instant;
  readonly by: string;
};

/** The order held, if this may be done to it now. */
export async function lockFor(
  tx: Tx,
  verb: OrderVerb,
  id: PurchaseOrderId,
): Promise<Result<PurchaseOrder, Known>> {
  const order = await lockPurchaseOrder(tx, id);
  if (order === undefined) return noOrder(id);
  if (!mayBe(verb, order.state)) return refuse('wrong_state', `${order.number} is ${order.state}`, 'id');
  return ok(order);
}

export function noOrder(id: PurchaseOrderId) {
  return refuse('not_found', `no purchase order has the id ${id}`, 'id');
}

/**
 * Writes what an order is by now (its lines are written already), what happened to it, and what is expected of it; tells
 * that it changed.
 */
export async function keepStep(
  tx: Tx,
  order: PurchaseOrder,
  step: Doing & {
    readonly verb: Step['verb'];
    readonly from: OrderState;
    readonly note?: string;
  },
): Promise<Result<PurchaseOrder, Known>> {
  await writeOrder(tx, order);
  await sql`
    insert into purchasing.step (order_id, verb, from_state, to_state, note, at, by)
    values (${order.id}, ${step.verb}, ${step.from}, ${order.state}, ${step.note ?? ''},
      ${step.now.toString()}::timestamptz, ${step.by})`.execute(tx);
  const kept = await readPurchaseOrder(tx, order.id);
  if (kept === undefined) return noOrder(order.id);
  await expectFrom(tx, kept);
  await tell(tx, 'purchasing.order_changed', { orderId: kept.id, state: kept.state });
  return ok(kept);
}

/** What happened to an order, the latest first. */
export async function readSteps(db: Db, id: PurchaseOrderId): Promise<readonly Step[]> {
  const { rows } = await sql<Step>`
    select verb, from_state as "from", to_state as "to", note, at, by
    from purchasing.step where order_id = ${id} order by id desc limit 500`.execute(db);
  return rows;
}
