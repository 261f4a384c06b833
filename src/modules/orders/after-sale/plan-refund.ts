import { money, ok, type Result, refuse, toDecimal } from '../../../kernel/index.ts';
import type { Order, OrderLine } from '../order.ts';
import { type ChosenLine, chosenLines } from './chosen-lines.ts';
import { type LineCredit, lineCredit } from './line-credit.ts';
import { planMeans } from './plan-means.ts';
import type { Refunded, RefundPlan, RefundRefusal, RefundRequest } from './refund.ts';
import { summedByRate, taxSum } from './tax-sums.ts';

type RefundableOrder = Pick<Order, 'lines' | 'quotedDelivery' | 'credits' | 'customerId' | 'currency'> & {
  readonly facts: Pick<Order['facts'], 'capturedMinor' | 'dueMinor'>;
};

/**
 * What a refund comes to and the way it goes back. Each piece is worth what it was worth when it was bought
 * (`piecesAmount`): nothing is prorated again. Never more than was paid, refunds on their way included.
 *
 * @param refunded by earlier refunds of this order that were not refused
 * @param owedMinor what an edit may take off what is still to be paid, before anything goes back
 */
export function planRefund(
  order: RefundableOrder,
  refunded: Refunded,
  request: RefundRequest,
  owedMinor = 0n,
): Result<RefundPlan, RefundRefusal> {
  const chosen = chosenLines(order, request.lines, {
    left: (line) => line.quantity - line.refundedQuantity,
    tooMany: 'more_than_bought',
  });
  if (!chosen.ok) return chosen;
  const credited = creditLines(chosen.value, request);
  if (!credited.ok) return credited;
  const delivery = planDelivery(order, refunded, request.delivery);
  if (!delivery.ok) return delivery;
  const { goodwillMinor, overpaidMinor = 0n } = request;
  if (goodwillMinor < 0n) return refuse('not_an_amount', 'goodwill is zero or more', 'goodwillMinor');
  const excess = order.facts.capturedMinor - order.facts.dueMinor - refunded.overpaidMinor;
  if (overpaidMinor < 0n || (overpaidMinor > 0n && overpaidMinor > excess)) {
    const beyond = `${toDecimal(money(excess, order.currency))} ${order.currency}`;
    return refuse('more_than_overpaid', `${beyond} came in beyond what is due`, 'overpaidMinor');
  }
  const { lines, goodsMinor, deductionMinor } = credited.value;
  const deliveryMinor = delivery.value.amountMinor;
  const amountMinor = goodsMinor + deliveryMinor + goodwillMinor + overpaidMinor;
  if (amountMinor === 0n) return refuse('nothing_to_refund', 'what was asked for comes to nothing');
  const means = planMeans(order, refunded, request, { amountMinor, owedMinor });
  if (!means.ok) return means;
  const taxes = summedByRate([...credited.value.taxes, ...delivery.value.taxes]);
  const { deductionReason = '' } = request;
  return ok({
    ...{ means: request.means, lines, goodsMinor, deliveryMinor, goodwillMinor, overpaidMinor },
    ...{ deductionMinor, deductionReason: deductionMinor === 0n ? '' : deductionReason.trim() },
    ...{ taxes, taxMinor: taxSum(taxes), amountMinor, ...means.value },
  });
}

type Credited = Pick<RefundPlan, 'lines' | 'goodsMinor' | 'deductionMinor' | 'taxes'>;

function creditLines(
  chosen: readonly ChosenLine[],
  { lines: asked, deductionReason = '' }: RefundRequest,
): Result<Credited, RefundRefusal> {
  const credits: LineCredit[] = [];
  for (const [index, { line, quantity }] of chosen.entries()) {
    const field = `lines[${index}].deductionMinor`;
    const credit = lineCredit(line, { quantity, deductionMinor: asked[index]?.deductionMinor, field });
    if (!credit.ok) return credit;
    credits.push(credit.value);
  }
  const deductionMinor = credits.reduce((sum, credit) => sum + credit.deductionMinor, 0n);
  if (deductionMinor > 0n && deductionReason.trim() === '') {
    return refuse('reason_needed', 'say why something is kept', 'deductionReason');
  }
  return ok({
    lines: credits.map(({ lineId, quantity, amountMinor, taxMinor }) => {
      return { lineId, quantity, amountMinor, taxMinor };
    }),
    goodsMinor: credits.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    deductionMinor,
    taxes: credits.flatMap(({ taxes }) => taxes),
  });
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
