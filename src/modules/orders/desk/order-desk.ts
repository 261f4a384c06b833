import type { Db } from '../../../platform/database/index.ts';
import { readSellables } from '../../catalog/index.ts';
import { readCostLevels, readShippedCosts } from '../../ledger/index.ts';
import { readShop } from '../../markets/index.ts';
import { type Dispute, type Payment, readDisputes, readPayments } from '../../payments/index.ts';
import type { Fulfilment } from '../after-sale/fulfilment.ts';
import type { Exchange } from '../after-sale/linked/exchange.ts';
import type { LinkedOrder } from '../after-sale/linked/linked-order.ts';
import { readExchanges, readFulfilments, readLinkedOrders, readRefunds } from '../after-sale/read.ts';
import type { Refund } from '../after-sale/refund.ts';
import type { Return } from '../after-sale/return.ts';
import { readReturns } from '../after-sale/store/returns.ts';
import { readWithdrawals } from '../after-sale/store/withdrawals.ts';
import type { Withdrawal } from '../after-sale/withdrawal.ts';
import type { Order, OrderEvent, OrderId } from '../order.ts';
import { selectOrder } from '../store/select-orders.ts';
import { readTimeline } from '../timeline.ts';
import { type Buyer, readBuyer, readUsualTotal } from './buyer.ts';
import { type KnownCost, type Margin, marginOf } from './margin.ts';
import { type Parent, readMarks } from './read-marks.ts';
import { type Sign, signsOf } from './signs.ts';

export { readCustomerReturns } from './customer-returns.ts';
export { previewRefund } from './preview-refund.ts';

/** Everything that staff look at before they act on an order. */
export type OrderDesk = {
  readonly order: Order;
  readonly tags: readonly string[];
  readonly isArchived: boolean;
  /** The order that it was added to, or whose pieces it is exchanged for. */
  readonly parent: Parent | undefined;
  readonly timeline: readonly OrderEvent[];
  readonly payments: readonly Payment[];
  readonly disputes: readonly Dispute[];
  readonly refunds: readonly Refund[];
  readonly fulfilments: readonly Fulfilment[];
  readonly returns: readonly Return[];
  readonly withdrawals: readonly Withdrawal[];
  readonly linked: readonly LinkedOrder[];
  readonly exchanges: readonly Exchange[];
  readonly buyer: Buyer;
  readonly signs: readonly Sign[];
  /** `undefined` where the order's currency is not the one that costs are kept in. */
  readonly margin: Margin | undefined;
};

const MOST_DISPUTES = 20;

/** An order with all that belongs to it: two rounds of small statements, whatever the shop's size. */
export async function readOrderDesk(db: Db, id: OrderId): Promise<OrderDesk | undefined> {
  const [order, marks, timeline, payments, disputes, afterSale] = await Promise.all([
    selectOrder(db, id),
    readMarks(db, id),
    readTimeline(db, id),
    readPayments(db, id),
    readDisputes(db, { orderId: id, limit: MOST_DISPUTES }),
    readAfterSale(db, id),
  ]);
  if (order === undefined) return undefined;
  const [buyer, usualMinor, costs] = await Promise.all([
    readBuyer(db, order),
    readUsualTotal(db, order.currency),
    readCosts(db, order),
  ]);
  return {
    ...{ order, ...marks, timeline, payments, disputes, ...afterSale, buyer },
    signs: signsOf({ order, payments, earlierOrders: buyer.earlierOrders, usualMinor }),
    margin: costs && marginOf(order, costs, givenAway(payments, afterSale.refunds)),
  };
}

async function readAfterSale(db: Db, id: OrderId) {
  const [refunds, fulfilments, returns, withdrawals, linked, exchanges] = await Promise.all([
    readRefunds(db, id),
    readFulfilments(db, id),
    readReturns(db, id),
    readWithdrawals(db, id),
    readLinkedOrders(db, id),
    readExchanges(db, id),
  ]);
  return { refunds, fulfilments, returns, withdrawals, linked, exchanges };
}

async function readCosts(db: Db, { id, lines, currency }: Order) {
  const { defaultCurrency } = await readShop(db);
  if (defaultCurrency !== currency) return undefined;
  const parts = lines.flatMap((line) => [line.variantId, ...line.components.map((part) => part.variantId)]);
  const variantIds = [...new Set(parts)];
  const [shipped, levels, sellables] = await Promise.all([
    readShippedCosts(db, { orderId: id, currency }),
    readCostLevels(db, variantIds, currency),
    readSellables(db, variantIds),
  ]);
  const now = new Map<string, KnownCost>();
  for (const variantId of variantIds) {
    const level = levels.get(variantId);
    const cost = sellables.get(variantId)?.cost;
    if (level !== undefined && level.quantity > 0n) now.set(variantId, level);
    else if (cost?.currency === currency) now.set(variantId, { quantity: 1n, valueMinor: cost.minor });
  }
  return { shipped: new Map<string, KnownCost>(shipped), now };
}

function givenAway(payments: readonly Payment[], refunds: readonly Refund[]) {
  const counted = refunds.filter(({ state }) => state !== 'refused');
  return {
    feeMinor: payments.reduce((sum, payment) => sum + payment.feeMinor, 0n),
    refundedDeliveryMinor: counted.reduce((sum, { deliveryMinor }) => sum + deliveryMinor, 0n),
    goodwillMinor: counted.reduce((sum, { goodwillMinor }) => sum + goodwillMinor, 0n),
  };
}
