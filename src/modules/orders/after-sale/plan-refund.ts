import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Order, OrderLine } from '../order.ts';
import { piecesAmount } from './pieces.ts';
import type { Refunded, RefundedLine, RefundPlan, RefundRefusal, RefundRequest } from './refund.ts';

type RefundableOrder = Pick<Order, 'lines' | 'quotedDelivery' | 'credits' | 'customerId'> & {
  readonly facts: Pick<Order['facts'], 'capturedMinor'>;
};

/**
 * What a refund comes to and the way it goes back. Each piece is worth what it was worth when it was bought
 * (`piecesAmount`): nothing is prorated again. Never more than was paid, refunds on their way included; payments are
 * given back before gift cards, and those before store credit.
 *
 * @param refunded by earlier refunds of this order that were not refused
 */
export function planRefund(
  order: RefundableOrder,
  refunded: Refunded,
  request: RefundRequest,
): Result<RefundPlan, RefundRefusal> {
  const lines: RefundedLine[] = [];
  const taxes: OrderLine['taxes'][number][] = [];
  for (const [index, asked] of request.lines.entries()) {
    const line = order.lines.find(({ id }) => id === asked.lineId);
    const refusal = lineRefusal(line, asked.quantity, request, index);
    if (refusal) return refusal;
    if (!line) continue;
    lines.push(refundedLine(line, asked.quantity));
    taxes.push(
      ...line.taxes.map((tax) => ({ ...tax, taxMinor: portion(line, tax.taxMinor, asked.quantity) })),
    );
  }
  const delivery = planDelivery(order, refunded, request.delivery);
  if (!delivery.ok) return delivery;
  if (request.goodwillMinor < 0n) return refuse('not_an_amount', 'goodwill is zero or more', 'goodwillMinor');
  const goodsMinor = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const amountMinor = goodsMinor + delivery.value.amountMinor + request.goodwillMinor;
  if (amountMinor === 0n) return refuse('nothing_to_refund', 'what was asked for comes to nothing');
  const means = planMeans(order, refunded, request, amountMinor);
  if (!means.ok) return means;
  const allTaxes = summedByRate([...taxes, ...delivery.value.taxes]);
  return ok({
    lines,
    goodsMinor,
    deliveryMinor: delivery.value.amountMinor,
    goodwillMinor: request.goodwillMinor,
    taxes: allTaxes,
    taxMinor: allTaxes.reduce((sum, { taxMinor }) => sum + taxMinor, 0n),
    amountMinor,
    ...means.value,
  });
}

function lineRefusal(line: OrderLine | undefined, quantity: number, { lines }: RefundRequest, index: number) {
  const field = `lines[${index}]`;
  if (!line) return refuse('unknown_line', 'the order has no such line', `${field}.lineId`);
  if (lines.some(({ lineId }, other) => other < index && lineId === line.id)) {
    return refuse('unknown_line', 'the line is named twice', `${field}.lineId`);
  }
  if (!Number.isInteger(quantity) || quantity < 1) {
    return refuse('not_a_quantity', 'a quantity is a whole number from 1', `${field}.quantity`);
  }
  const left = line.quantity - line.refundedQuantity;
  if (quantity <= left) return undefined;
  return refuse('more_than_bought', `${left} of ${line.title} are left to refund`, `${field}.quantity`);
}

function refundedLine(line: OrderLine, quantity: number): RefundedLine {
  const amountMinor = portion(line, line.totalMinor, quantity);
  const taxMinor = line.taxes.reduce((sum, tax) => sum + portion(line, tax.taxMinor, quantity), 0n);
  return { lineId: line.id, quantity, amountMinor, taxMinor };
}

function portion(line: OrderLine, amountMinor: bigint, quantity: number): bigint {
  return piecesAmount(amountMinor, line.quantity, line.refundedQuantity, quantity);
}

/** Delivery is one piece; a part of it has that part of its tax, and the last part what is left. */
function planDelivery(
  { quotedDelivery }: RefundableOrder,
  refunded: Refunded,
  asked: RefundRequest['delivery'],
): Result<{ readonly amountMinor: bigint; readonly taxes: OrderLine['taxes'] }, RefundRefusal> {
  const total = quotedDelivery?.totalMinor ?? 0n;
  const left = total - refunded.deliveryMinor;
  const amountMinor = asked === 'none' ? 0n : asked === 'rest' ? left : asked;
  if (amountMinor < 0n) return refuse('not_an_amount', 'an amount is zero or more', 'delivery');
  if (amountMinor > left) {
    return refuse('more_than_delivery', `${left} of what delivery cost are left to refund`, 'delivery');
  }
  if (quotedDelivery === undefined || amountMinor === 0n) return ok({ amountMinor, taxes: [] });
  const before = refunded.deliveryMinor;
  const taxes = quotedDelivery.taxes.map((tax) => {
    const share = (upTo: bigint) => (tax.taxMinor * upTo) / total;
    return { ...tax, taxMinor: share(before + amountMinor) - share(before) };
  });
  return ok({ amountMinor, taxes });
}

function planMeans(
  order: RefundableOrder,
  refunded: Refunded,
  { means }: RefundRequest,
  amountMinor: bigint,
): Result<Pick<RefundPlan, 'paymentMinor' | 'giftCardMinor' | 'storeCreditMinor'>, RefundRefusal> {
  const paidBy = (kind: 'gift_card' | 'store_credit') =>
    order.credits
      .filter((credit) => credit.kind === kind)
      .reduce((sum, credit) => sum + credit.amountMinor, 0n);
  const paid = order.facts.capturedMinor + paidBy('gift_card') + paidBy('store_credit');
  const left = paid - refunded.amountMinor;
  if (amountMinor > left) {
    return refuse('more_than_paid', `${left} of what was paid are left to refund, ${amountMinor} are asked`);
  }
  if (means === 'store_credit') {
    if (order.customerId === undefined) {
      return refuse('no_customer', 'store credit needs a customer account', 'means');
    }
    return ok({ paymentMinor: 0n, giftCardMinor: 0n, storeCreditMinor: amountMinor });
  }
  const paymentMinor = least(amountMinor, order.facts.capturedMinor - refunded.paymentMinor);
  const giftCardMinor = least(amountMinor - paymentMinor, paidBy('gift_card') - refunded.giftCardMinor);
  return ok({ paymentMinor, giftCardMinor, storeCreditMinor: amountMinor - paymentMinor - giftCardMinor });
}

function least(a: bigint, b: bigint): bigint {
  const smaller = a < b ? a : b;
  return smaller > 0n ? smaller : 0n;
}

function summedByRate(taxes: OrderLine['taxes']): OrderLine['taxes'] {
  const byRate = Map.groupBy(taxes, (tax) =>
    [tax.country, tax.region ?? '', tax.name, tax.rateMillionths].join('|'),
  );
  return [...byRate.values()].flatMap((some) => {
    const [first] = some;
    return first ? [{ ...first, taxMinor: some.reduce((sum, { taxMinor }) => sum + taxMinor, 0n) }] : [];
  });
}
