import { drawGamma } from '../../statistics/index.ts';
import type { Random } from '../random.ts';
import type { TradeDate } from './calendar.ts';
import { drawPlace, type Odds } from './chance.ts';
import { type Good, type GoodVariant, isOut, priceFactor, type Shelf } from './shelf.ts';
import type { Shopper } from './shopper.ts';
import type { Storeroom } from './stock/storeroom.ts';
import type { Truths } from './truths.ts';

/** Money is in minor units of the shopper's currency, tax included, unless said otherwise. */
export type Order = {
  /** `S-000001`; refunds of it `S-000001-R1`. */
  readonly number: string;
  readonly at: number;
  readonly shopper: Shopper;
  readonly isFirst: boolean;
  readonly lines: readonly OrderLine[];
  readonly discount: { readonly code: string; readonly minor: number } | undefined;
  readonly shippingMinor: number;
};

export type OrderLine = {
  readonly good: Good;
  readonly variant: GoodVariant;
  readonly quantity: number;
  readonly unitMinor: number;
};

export type Bought = Pick<Order, 'lines' | 'discount' | 'shippingMinor'>;

export type Market = {
  readonly shelf: Shelf;
  readonly truths: Truths;
  readonly date: TradeDate;
  readonly demand: Odds;
  readonly room: Storeroom;
};

/** What somebody comes for. */
export type Choice = { readonly good: Good; readonly variant: GoodVariant };

const MOST_LINES = 8;
/** A basket is full when so much of what they meant to spend is in it. */
const FULL = 0.55;

/**
 * What a shopper buys when they came for `wanted`: goods by demand until they have spent about what they meant to, and
 * what goes with them.
 */
export function fillBasket(
  random: Random,
  market: Market,
  {
    shopper,
    isFirst,
    wanted,
  }: { readonly shopper: Shopper; readonly isFirst: boolean; readonly wanted: Choice },
): Bought {
  const { shelf, truths, date } = market;
  const means = drawGamma(random.next, truths.spend.p, shopper.spendRate);
  const lines: OrderLine[] = [];
  const take = (choice: Choice) => {
    if (lines.length >= MOST_LINES || lines.some(({ good }) => good === choice.good)) return;
    const line = lineOf(random, market, { choice, shopper });
    if (line) lines.push(line);
  };
  let next = wanted;
  for (;;) {
    take(next);
    const pair = shelf.pairs.get(next.good);
    if (pair && random.chance(pair.chance) && !isOut(pair.good, truths, date.daysBefore)) {
      take(choiceOf(random, pair.good));
    }
    if (sumOf(lines) >= means * FULL || lines.length >= MOST_LINES) break;
    next = choiceOf(random, wantedGood(random, market));
  }
  const sum = sumOf(lines);
  const discount = discountOf(random, market, { sum, isFirst });
  const rest = sum - (discount?.minor ?? 0);
  return { lines, discount, shippingMinor: shippingOf(shopper, rest) };
}

/** What somebody comes for, among what is there. */
export function wantedGood(random: Random, { shelf, truths, date, demand }: Market): Good {
  for (;;) {
    const good = anyGood(random, { shelf, demand });
    if (!isOut(good, truths, date.daysBefore)) return good;
  }
}

/** What somebody would like to have, also if it is not there. */
export function anyGood(random: Random, { shelf, demand }: Pick<Market, 'shelf' | 'demand'>): Good {
  const good = shelf.goods[drawPlace(random, demand)];
  if (good === undefined) throw new RangeError('a place that nothing is at');
  return good;
}

export function choiceOf(random: Random, good: Good): Choice {
  return { good, variant: random.pick(good.variants) };
}

/** Another variant of a product, of which there is some. */
export function instead(random: Random, { room }: Pick<Market, 'room'>, good: Good): Choice | undefined {
  const there = good.variants.filter((variant) => room.available(variant) > 0);
  return there.length === 0 ? undefined : { good, variant: random.pick(there) };
}

const BY_TWOS = ['mug', 'bowl', 'plate', 'glass', 'candle', 'socks', 'notebook'];

/** As much of it as there is; of another colour or size where there is none of this, or nothing. */
function lineOf(
  random: Random,
  market: Market,
  { choice, shopper }: { readonly choice: Choice; readonly shopper: Shopper },
): OrderLine | undefined {
  const { truths, date, room } = market;
  const { good } = choice;
  const wanted = random.chance(BY_TWOS.includes(good.family) ? 0.34 : 0.04) ? 2 : 1;
  const isThere = room.available(choice.variant) > 0;
  if (!isThere) room.miss(choice.variant, wanted);
  const taken = isThere
    ? choice
    : random.chance(truths.supply.lost)
      ? undefined
      : instead(random, market, good);
  if (taken === undefined) return undefined;
  const { variant } = taken;
  const quantity = Math.min(wanted, room.available(variant));
  if (quantity < wanted && isThere) room.miss(variant, wanted - quantity);
  room.take(variant, quantity);
  const price = variant.priceMinor[shopper.place.currency];
  const unitMinor = Math.round((price * priceFactor(good, truths, date.daysBefore)) / 10) * 10;
  return { good, variant, quantity, unitMinor };
}

export function sumOf(lines: readonly OrderLine[]): number {
  return lines.reduce((sum, { unitMinor, quantity }) => sum + unitMinor * quantity, 0);
}

/** Every order of a campaign has its discount; else some of the first ones have that of the welcome letter. */
function discountOf(
  random: Random,
  { date: { campaign } }: Market,
  { sum, isFirst }: { readonly sum: number; readonly isFirst: boolean },
): Order['discount'] {
  if (campaign) return { code: campaign.code, minor: Math.round(sum * campaign.discount) };
  if (!isFirst || !random.chance(0.14)) return undefined;
  return { code: 'WELCOME10', minor: Math.round(sum * 0.1) };
}

/** As the page about delivery says, for parcels of up to five kilograms. */
function shippingOf({ place: { country, market } }: Shopper, rest: number): number {
  if (market !== 'eu') return 1_490;
  if (rest >= 8_000) return 0;
  return country === 'DE' ? 490 : 890;
}
