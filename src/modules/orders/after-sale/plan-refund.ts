import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Order, OrderLine } from '../order.ts';
import { type ChosenLine, chosenLines } from './chosen-lines.ts';
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
  const chosen = chosenLines(order, request.lines, {
    left: (line) => line.quantity - line.refundedQuantity,
    tooMany: 'more_than_bought',
  });
  if (!chosen.ok) return chosen;
  const lines = chosen.value.map(refundedLine);
  const taxes = chosen.value.flatMap(taxesOf);
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
    means: request.means,
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

function refundedLine({ line, quantity }: ChosenLine): RefundedLine {
  const amountMinor = portion(line, line.totalMinor, quantity);
  const taxMinor = taxesOf({ line, quantity }).reduce((sum, tax) => sum + tax.taxMinor, 0n);
  return { lineId: line.id, quantity, amountMinor, taxMinor };
}

function taxesOf({ line, quantity }: ChosenLine): OrderLine['taxes'] {
  return line.taxes.map((tax) => ({
    ...tax,
    baseMinor: portion(line, tax.baseMinor, quantity),
    taxMinor: portion(line, tax.taxMinor, quantity),
  }));
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
    const share = (whole: bigint) => (whole * (before + amountMinor)) / total - (whole * before) / total;
    return { ...tax, baseMinor: share(tax.baseMinor), taxMinor: share(tax.taxMinor) };
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
    if (!first) return [];
    const baseMinor = some.reduce((sum, tax) => sum + tax.baseMinor, 0n);
    return [{ ...first, baseMinor, taxMinor: some.reduce((sum, tax) => sum + tax.taxMinor, 0n) }];
  });
}
