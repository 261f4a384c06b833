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
  const winners = winnersOf(possible);
  const applied: Applied[] = [];
  for (const one of possible) {
    const won = partOf(one, winners);
    if (won.totalMinor > 0n) {
      applied.push({ ...one, cut: won });
      continue;
    }
    const better = winners.get(placesOf(one.cut)[0]?.place ?? DELIVERY)?.by ?? one;
    const { promotion, code } = one;
    refused.push({
      ...{ promotion, code },
      reason: { code: 'better_promotion', promotionId: better.promotion.id },
    });
  }
  return { applied, refused };
}

const DELIVERY = -1;

type Winners = ReadonlyMap<number, { readonly by: Applied; readonly amountMinor: bigint }>;

function placesOf(cut: Cut): { readonly place: number; readonly amountMinor: bigint }[] {
  const amounts = cut.amounts();
  const lines = cut.places.map((place, index) => ({ place, amountMinor: amounts[index] ?? 0n }));
  const delivery = { place: DELIVERY, amountMinor: cut.deliveryMinor };
  return [...lines, ...cut.gifts, delivery].filter((one) => one.amountMinor > 0n);
}

function winnersOf(possible: readonly Applied[]): Winners {
  const winners = new Map<number, { by: Applied; amountMinor: bigint }>();
  for (const by of possible) {
    for (const { place, amountMinor } of placesOf(by.cut)) {
      if (amountMinor > (winners.get(place)?.amountMinor ?? 0n)) winners.set(place, { by, amountMinor });
    }
  }
  return winners;
}

function partOf(one: Applied, winners: Winners): Cut {
  const isWon = (place: number): boolean => winners.get(place)?.by === one;
  const all = one.cut.amounts();
  const won = one.cut.places.flatMap((place, index) =>
    isWon(place) ? [{ place, off: all[index] ?? 0n }] : [],
  );
  const amounts = won.map(({ off }) => off);
  const gifts = one.cut.gifts.filter(({ place }) => isWon(place));
  const deliveryMinor = isWon(DELIVERY) ? one.cut.deliveryMinor : 0n;
  return {
    totalMinor: sumOf(amounts) + deliveryMinor + sumOf(gifts.map(({ amountMinor }) => amountMinor)),
    places: won.map(({ place }) => place),
    amounts: () => amounts,
    deliveryMinor,
    gifts,
  };
}
