import { hash } from 'node:crypto';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { Order, OrderId, OrderLine } from '../order.ts';
import { selectOrders } from '../store/select-orders.ts';

/** What an order is reported under. What was sold of it and for how much is in the sales journal alone. */
export type ReportedOrder = {
  readonly orderId: OrderId;
  readonly number: string;
  readonly market: string;
  readonly currency: CurrencyCode;
  /** Where it goes, or where who pays for it is. */
  readonly country: string;
  readonly region: string;
  readonly customerId: Order['customerId'];
  /** The same for the same person: the account, or a hash of a guest's address; none where an order has neither. */
  readonly customerKey: string | undefined;
  readonly placedAt: Temporal.Instant;
  /** When it first stood, however it was paid; `undefined` while it does not. */
  readonly stoodAt: Temporal.Instant | undefined;
  readonly lines: readonly ReportedLine[];
};

type ReportedLine = Pick<OrderLine, 'productId' | 'variantId' | 'title'> & {
  readonly lineId: OrderLine['id'];
  readonly sku: string;
  /** `L / red` */
  readonly options: string;
  /** What took something off the line, with tax where the order's prices have it. */
  readonly discounts: readonly (OrderLine['discounts'][number] & { readonly name: string })[];
};

const MOST_ORDERS = 1_000;

/** Of these orders, those that there are, by one statement. */
export async function readOrderFacts(db: Db, orderIds: readonly OrderId[]): Promise<ReportedOrder[]> {
  if (orderIds.length > MOST_ORDERS) throw new RangeError(`at most ${MOST_ORDERS} orders at once`);
  return [...(await selectOrders(db, orderIds)).values()].map(reported);
}

function reported(order: Order): ReportedOrder {
  const { id: orderId, number, market, currency, customerId, email, placedAt, paidAt: stoodAt } = order;
  const { country, region = '' } = order.shippingAddress ?? order.billingAddress;
  const names = new Map(order.verdicts.map(({ promotionId, name = '' }) => [promotionId, name]));
  const lines = order.lines.map((line) => ({
    ...{ lineId: line.id, productId: line.productId, variantId: line.variantId, title: line.title },
    ...{ sku: line.sku ?? '', options: line.options.map(({ value }) => value).join(' / ') },
    discounts: line.discounts.map((one) => ({ ...one, name: names.get(one.promotionId) ?? '' })),
  }));
  return {
    ...{ orderId, number, market, currency, country, region, customerId, placedAt, stoodAt, lines },
    customerKey: customerId ?? guestKey(email),
  };
}

function guestKey(email: string): string | undefined {
  return email === '' ? undefined : `guest:${hash('sha256', email.trim().toLowerCase(), 'hex')}`;
}
