import { type Id, ok, type Result, refuse } from '../../../../kernel/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import { newId } from '../../../../platform/id.ts';
import type { OrderDeps } from '../../deps.ts';
import type { Order, OrderId } from '../../order.ts';
import { lockOrder, selectOrder } from '../../store/select-orders.ts';
import { openQuantity } from '../fulfil-order.ts';
import { openOrder } from '../open-order.ts';
import { planRefund } from '../plan-refund.ts';
import { type ReturnedPieces, requestReturn } from '../request-return.ts';
import { readRefunded } from '../store/refunds.ts';
import { askForPayment } from './ask-for-payment.ts';
import type { Exchange, ExchangeRefusal } from './exchange.ts';
import type { LinkRefusal, MadeOrder, Wish } from './linked-order.ts';
import { priceGoods } from './price-goods.ts';
import { insertExchange } from './store.ts';
import { writeLinked } from './write-linked.ts';

/**
 * Adds goods to an order that was placed: as an order of its own, agreed for what they cost now, so that nothing of the
 * first is quoted, invoiced or authorised again (decision 0013). As long as something of the first is still to be sent,
 * they travel with it and cost no delivery. Paid by its pay link, or like the first where that is paid by hand: on
 * delivery, or by transfer.
 */
export async function addToOrder(
  deps: OrderDeps,
  input: {
    readonly orderId: OrderId;
    readonly lines: readonly Wish[];
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<MadeOrder, LinkRefusal>> {
  const { orderId, actor, now } = input;
  const read = await selectOrder(deps.db, orderId);
  if (read === undefined) return refuse('unknown_order', 'there is no such order', 'orderId');
  const priced = await priceGoods(deps, read, input);
  if (!priced.ok) return priced;
  const made = await transactOrRefuse<MadeOrder, LinkRefusal>(deps.db, async (tx) => {
    const parent = await lockOrder(tx, orderId);
    if (parent === undefined) return refuse('unknown_order', 'there is no such order', 'orderId');
    if (parent.cancelledAt !== undefined || parent.paidAt === undefined) {
      return refuse(
        'not_possible_in_this_state',
        `adding is not possible while the order is ${parent.state}`,
      );
    }
    const isTravelling = isStillToBeSent(parent);
    const about = { kind: 'addition', priced: priced.value, isTravelling, exchangeMinor: 0n } as const;
    return writeLinked(tx, parent, { ...about, actor, now });
  });
  if (!made.ok) return made;
  const { creditMinor: _, ...order } = { creditMinor: 0n, ...made.value };
  await askForPayment(deps, { parentId: orderId, ...order, now });
  return ok(order);
}

type Exchanged = MadeOrder & { readonly exchangeId: Id<'exchange'> };

/**
 * Takes pieces back and sends others, of another size or any other goods. The pieces pay for the new order what they cost
 * when they were bought; of the difference, what is missing is paid by its pay link, and what is left over goes back once
 * they came (`finishExchange`). The new goods are held at once and go out as `sends` says. They travel free of charge:
 * the shop sends them in place of others.
 */
export async function exchangePieces(
  deps: OrderDeps,
  input: {
    readonly orderId: OrderId;
    readonly returned: readonly ReturnedPieces[];
    readonly wanted: readonly Wish[];
    readonly sends: Exchange['sends'];
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Exchanged, ExchangeRefusal>> {
  const { orderId, returned, sends, actor, now } = input;
  const read = await selectOrder(deps.db, orderId);
  if (read === undefined) return refuse('unknown_order', 'there is no such order', 'orderId');
  const priced = await priceGoods(deps, read, { lines: input.wanted, now });
  if (!priced.ok) return priced;
  const made = await transactOrRefuse<Exchanged, ExchangeRefusal>(deps.db, async (tx) => {
    const opened = await openOrder(tx, orderId, 'exchange');
    if (!opened.ok) return opened;
    const parent = opened.value;
    const about = { orderId, kind: 'exchange', isApproved: true, actor, now } as const;
    const announced = await requestReturn(tx, { ...about, lines: returned });
    if (!announced.ok) return announced;
    const lines = returned.map(({ lineId, quantity }) => ({ lineId, quantity }));
    const worth = { lines, delivery: 'none', goodwillMinor: 0n, means: 'original' } as const;
    const planned = planRefund(parent, await readRefunded(tx, orderId), worth);
    if (!planned.ok) return planned;
    const exchangeMinor = planned.value.amountMinor;
    const asked = { kind: 'exchange', priced: priced.value, isTravelling: true, exchangeMinor } as const;
    const linked = await writeLinked(tx, parent, { ...asked, actor, now });
    if (!linked.ok) return linked;
    const { creditMinor, ...order } = linked.value;
    const id = newId<'exchange'>();
    const kept = { id, orderId, returnId: announced.value.id, newOrderId: order.orderId };
    await insertExchange(tx, { ...kept, sends, creditMinor });
    return ok({ ...order, exchangeId: id });
  });
  if (made.ok) await askForPayment(deps, { parentId: orderId, ...made.value, now });
  return made;
}

function isStillToBeSent({ lines, shippingAddress }: Order): boolean {
  return (
    shippingAddress !== undefined && lines.some((line) => line.requiresShipping && openQuantity(line) > 0)
  );
}
