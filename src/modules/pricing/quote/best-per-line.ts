import { type Cut, isCut, type Standing, sumOf } from './benefits/cut.ts';
import type { Candidate } from './candidates.ts';
import type { Cart } from './cart.ts';
import type { Applied, Refused, Stack } from './outcome.ts';
import { promotionCut } from './promotion-cut.ts';

/**
 * Each line, each gift and the delivery go to the promotion that takes most off them; of equals to the first. A
 * promotion applies with what it won.
 */
export function bestPerLine(cart: Cart, candidates: readonly Candidate[], standing: Standing): Stack {
  const refused: Refused[] = [];
  const possible: Applied[] = [];
  for (const candidate of candidates) {
    const cut = promotionCut(cart, candidate.promotion, standing);
    if (isCut(cut)) possible.push({ ...candidate, cut });
    else refused.push({ ...candidate, reason: cut });
  }
  const winners = new Winners(possible);
  const applied: Applied[] = [];
  for (const one of possible) {
    const won = partOf(one, winners);
    if (won.totalMinor > 0n) applied.push({ ...one, cut: won });
    else {
      const { promotion, code } = one;
      const promotionId = winners.over(one).promotion.id;
      refused.push({ promotion, code, reason: { code: 'better_promotion', promotionId } });
    }
  }
  return { applied, refused };
}

/** Who takes most off each place, and off the delivery. */
class Winners {
  readonly #by: (Applied | undefined)[] = [];
  readonly #amounts: bigint[] = [];
  #ofDelivery: Applied | undefined;

  constructor(possible: readonly Applied[]) {
    for (const one of possible) {
      const { places, gifts, deliveryMinor } = one.cut;
      const amounts = one.cut.amounts();
      for (let index = 0; index < places.length; index++) this.#bid(one, places[index], amounts[index]);
      for (const { place, amountMinor } of gifts) this.#bid(one, place, amountMinor);
      if (deliveryMinor > (this.#ofDelivery?.cut.deliveryMinor ?? 0n)) this.#ofDelivery = one;
    }
  }

  #bid(by: Applied, place = -1, amountMinor = 0n): void {
    if (amountMinor <= (this.#amounts[place] ?? 0n)) return;
    this.#by[place] = by;
    this.#amounts[place] = amountMinor;
  }

  hasWon(one: Applied, place: number): boolean {
    return this.#by[place] === one;
  }

  hasWonDelivery(one: Applied): boolean {
    return this.#ofDelivery === one;
  }

  /** One that won something that `one` would have had. */
  over({ cut }: Applied): Applied {
    const places = [...cut.places, ...cut.gifts.map(({ place }) => place)];
    const winner = places.map((place) => this.#by[place]).find((by) => by !== undefined) ?? this.#ofDelivery;
    if (winner === undefined) throw new RangeError('a promotion lost to none');
    return winner;
  }
}

function partOf(one: Applied, winners: Winners): Cut {
  const all = one.cut.amounts();
  const places: number[] = [];
  const amounts: bigint[] = [];
  for (const [index, place] of one.cut.places.entries()) {
    if (!winners.hasWon(one, place)) continue;
    places.push(place);
    amounts.push(all[index] ?? 0n);
  }
  const gifts = one.cut.gifts.filter(({ place }) => winners.hasWon(one, place));
  const deliveryMinor = winners.hasWonDelivery(one) ? one.cut.deliveryMinor : 0n;
  const totalMinor = sumOf(amounts) + deliveryMinor + sumOf(gifts.map(({ amountMinor }) => amountMinor));
  return { totalMinor, places, amounts: () => amounts, deliveryMinor, gifts };
}
