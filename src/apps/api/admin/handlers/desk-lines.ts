import { type Picture, pictureUrl } from '../../../../modules/media/index.ts';
import { type OrderDesk, type OrderLine, openQuantity } from '../../../../modules/orders/index.ts';
import type { Answer } from '../../../../platform/api/index.ts';
import { type Amounts, amountsIn } from '../../store/answers/cart.ts';
import type { orderDeskEndpoints } from '../contract/order-desk.ts';

export type Pictures = ReadonlyMap<string, Picture>;
type Line = Answer<typeof orderDeskEndpoints.readOrderDesk>['lines'][number];

const THUMBNAIL = 160;

/** What may be done with each line, why it costs what it costs, and what it leaves. */
export function linesAnswer(desk: OrderDesk, pictures: Pictures): Line[] {
  const { order, margin } = desk;
  const amount = amountsIn(order.currency);
  return order.lines.map((line) => {
    const { id, kind, quantity, removedQuantity, refundedQuantity, fulfilledQuantity, priceReason } = line;
    const left = margin?.lines.find(({ lineId }) => lineId === id);
    return {
      ...{ id, kind, removedQuantity, openQuantity: openQuantity(line) },
      returnableQuantity: Math.max(0, fulfilledQuantity - announced(desk, line)),
      refundableQuantity: quantity - refundedQuantity,
      priceReason: priceReason.kind === 'base' ? 'base' : priceReason.name,
      discounts: discountsOf(desk, line, amount),
      picture: pictureOf(line, pictures),
      revenue: left && amount(left.revenueMinor),
      cost: left?.costMinor === undefined ? undefined : amount(left.costMinor),
    };
  });
}

/** Pieces that came back, or are announced and were not rejected. */
function announced({ returns }: OrderDesk, { id }: OrderLine): number {
  return returns
    .filter(({ state }) => state !== 'rejected')
    .flatMap(({ state, lines }) => lines.map((line) => ({ state, ...line })))
    .filter(({ lineId }) => lineId === id)
    .reduce((sum, { state, quantity, sellableQuantity, damagedQuantity }) => {
      return sum + (state === 'received' ? sellableQuantity + damagedQuantity : quantity);
    }, 0);
}

function discountsOf({ order }: OrderDesk, { discounts }: OrderLine, amount: Amounts): Line['discounts'] {
  return discounts.map(({ promotionId, code, amountMinor }) => {
    const verdict = order.verdicts.find((one) => one.promotionId === promotionId);
    return { name: verdict?.name ?? '', code, amount: amount(amountMinor) };
  });
}

function pictureOf({ assetId }: OrderLine, pictures: Pictures): Line['picture'] {
  const found = assetId === undefined ? undefined : pictures.get(assetId);
  if (found === undefined) return undefined;
  const { width, height } = found;
  return { url: pictureUrl(found.assetId, Math.min(width, THUMBNAIL), 'webp'), width, height };
}
