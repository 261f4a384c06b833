import { type Standing, sumOf } from './benefits/cut.ts';
import type { Candidate } from './candidates.ts';
import type { Cart } from './cart.ts';
import { alongLanes, theBest } from './lanes.ts';
import type { Applied, Refused, Stack } from './outcome.ts';
import type { WhyNot } from './verdict.ts';

/**
 * Which of the candidates apply, and what each takes off: an exclusive promotion alone where that is worth more
 * than all that are not exclusive together, else those.
 */
export function stack(cart: Cart, candidates: readonly Candidate[]): Stack {
  const opening: Standing = {
    left: cart.lines.map((line) => line.subtotalMinor),
    deliveryLeft: cart.input.delivery?.priceMinor ?? 0n,
    given: cart.lines.map(() => 0),
  };
  const shared = candidates.filter(({ promotion }) => !promotion.isExclusive);
  const together = alongLanes(cart, shared, opening);
  if (shared.length === candidates.length) return together;
  const exclusive = candidates.filter(({ promotion }) => promotion.isExclusive);
  const alone = theBest(cart, exclusive, opening);
  return worthOf(alone) > worthOf(together)
    ? inFavour(alone, together, 'exclusive_promotion')
    : inFavour(together, alone, 'better_promotion');
}

function worthOf({ applied }: Stack): bigint {
  return sumOf(applied.map(({ cut }) => cut.totalMinor));
}

/** The winner as it is; who lost to it says so, unless it could not have applied anyway. */
function inFavour(winner: Stack, loser: Stack, code: 'exclusive_promotion' | 'better_promotion'): Stack {
  const best = largestOf(winner.applied);
  if (best === undefined) return { applied: [], refused: [...winner.refused, ...loser.refused] };
  const reason: WhyNot = { code, promotionId: best.promotion.id };
  const lost = [...loser.applied, ...loser.refused].map(
    (one): Refused =>
      'cut' in one || one.reason.code === 'better_promotion'
        ? { promotion: one.promotion, code: one.code, reason }
        : one,
  );
  return { applied: winner.applied, refused: [...winner.refused, ...lost] };
}

function largestOf(applied: readonly Applied[]): Applied | undefined {
  let largest = applied[0];
  for (const one of applied) {
    if (largest !== undefined && one.cut.totalMinor > largest.cut.totalMinor) largest = one;
  }
  return largest;
}
