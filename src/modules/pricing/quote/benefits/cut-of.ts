import type { Amounts, Benefit, FreeDelivery, Gift, Goods } from '../../promotions/promotion.ts';
import type { Cart } from '../cart.ts';
import { goodsIn } from '../goods.ts';
import type { WhyNot } from '../verdict.ts';
import { buyXGetYCut } from './buy-x-get-y.ts';
import { type Cut, deliveryCut, giftCut, linesCut, type Standing, spreadCut } from './cut.ts';
import { percentCut } from './percent-off.ts';
import { tiersCut } from './tiers.ts';

/** What a benefit takes off what is left, or why it can take nothing. */
export function cutOf(cart: Cart, benefit: Benefit, standing: Standing): Cut | WhyNot {
  switch (benefit.kind) {
    case 'percent_off':
      return percentCut(cart, benefit, standing);
    case 'amount_off_order':
      return onGoods(cart, benefit.goods, benefit.amount, (places, amount) =>
        spreadCut(amount, places, standing),
      );
    case 'amount_off_item':
      return onGoods(cart, benefit.goods, benefit.amount, (places, amount) =>
        eachPiece(cart, places, standing, (left, pieces) => smaller(amount * pieces, left)),
      );
    case 'fixed_price':
      return onGoods(cart, benefit.goods, benefit.price, (places, price) =>
        eachPiece(cart, places, standing, (left, pieces) => left - smaller(price * pieces, left)),
      );
    case 'buy_x_get_y':
      return buyXGetYCut(cart, benefit, standing);
    case 'tiers':
      return tiersCut(cart, benefit, standing);
    case 'free_delivery':
      return freeDeliveryCut(cart, benefit, standing);
    case 'gift':
      return giftOf(cart, benefit, standing);
  }
}

function onGoods(
  cart: Cart,
  goods: Goods,
  amounts: Amounts,
  cut: (places: readonly number[], amountMinor: bigint) => Cut,
): Cut | WhyNot {
  const amount = amounts[cart.input.currency];
  if (amount === undefined) return { code: 'not_in_currency' };
  const places = goodsIn(cart, goods);
  return places.length === 0 ? { code: 'no_goods' } : cut(places, amount);
}

/** `off` gets what is left of a line and its number of pieces. */
function eachPiece(
  cart: Cart,
  places: readonly number[],
  { left }: Standing,
  off: (leftMinor: bigint, pieces: bigint) => bigint,
): Cut {
  return linesCut(
    places,
    places.map((place) => off(left[place] ?? 0n, BigInt(cart.lines[place]?.quantity ?? 0))),
  );
}

function freeDeliveryCut(cart: Cart, { upTo }: FreeDelivery, { deliveryLeft }: Standing): Cut | WhyNot {
  if (cart.input.delivery === undefined) return { code: 'no_delivery' };
  const most = upTo === undefined ? deliveryLeft : upTo[cart.input.currency];
  return most === undefined ? { code: 'not_in_currency' } : deliveryCut(smaller(most, deliveryLeft));
}

function giftOf(cart: Cart, { variantId, quantity }: Gift, { given }: Standing): Cut | WhyNot {
  for (const [place, { line, price }] of cart.lines.entries()) {
    const isOffered = line.isGift === true && line.variantId === variantId;
    if (!isOffered || line.quantity - (given[place] ?? 0) < quantity) continue;
    return giftCut({ place, quantity, amountMinor: price.unitMinor * BigInt(quantity) });
  }
  return { code: 'gift_unavailable', variantId };
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
