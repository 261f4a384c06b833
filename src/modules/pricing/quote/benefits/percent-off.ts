import { divideRounded } from '../../../../kernel/index.ts';
import type { PercentOff } from '../../promotions/promotion.ts';
import type { Cart } from '../cart.ts';
import { goodsIn } from '../goods.ts';
import type { WhyNot } from '../verdict.ts';
import { type Cut, leftOf, linesCut, type Standing, spreadCut } from './cut.ts';
import { piecesOff, WHOLE } from './pieces-off.ts';

/** Off each piece, or off the goods together: rounded once and spread over their lines. */
export function percentCut(cart: Cart, benefit: PercentOff, standing: Standing): Cut | WhyNot {
  const most = benefit.most?.[cart.input.currency];
  if (benefit.most !== undefined && most === undefined) return { code: 'not_in_currency' };
  const places = goodsIn(cart, benefit.goods);
  if (places.length === 0) return { code: 'no_goods' };
  if (benefit.per === 'order') {
    const all = shareOf(leftOf(places, standing), benefit.rateMillionths);
    return spreadCut(most !== undefined && most < all ? most : all, places, standing);
  }
  const off = places.map((place) => {
    const quantity = cart.lines[place]?.quantity ?? 1;
    return piecesOff(standing.left[place] ?? 0n, quantity, quantity, benefit.rateMillionths);
  });
  return linesCut(places, off, most);
}

export function shareOf(amountMinor: bigint, rateMillionths: number): bigint {
  return divideRounded(amountMinor * BigInt(rateMillionths), WHOLE);
}
