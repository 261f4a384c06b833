import { isCut, type Standing, standingAfter } from './benefits/cut.ts';
import { bestPerLine } from './best-per-line.ts';
import type { Candidate } from './candidates.ts';
import type { Cart } from './cart.ts';
import type { Applied, Refused, Stack } from './outcome.ts';
import { promotionCut } from './promotion-cut.ts';
import type { WhyNot } from './verdict.ts';

const STACKINGS = { best: theBest, best_per_line: bestPerLine, all: together } as const;

/**
 * Lanes one after the other, each on what the ones before have left. In a lane that is `best` the promotion
 * worth most applies; in one that is `best_per_line` that which takes most off each line; in one that is `all`
 * each is computed on what the lane began with and takes at most what is left.
 *
 * @param candidates by lane, priority and id
 */
export function alongLanes(cart: Cart, candidates: readonly Candidate[], opening: Standing): Stack {
  const applied: Applied[] = [];
  const refused: Refused[] = [];
  let standing = opening;
  for (const [lane, inLane] of Map.groupBy(candidates, ({ promotion }) => promotion.lane)) {
    const stacking = cart.input.rulebook.lanes.find((one) => one.lane === lane)?.stacking ?? 'best';
    const outcome = STACKINGS[stacking](cart, inLane, standing);
    applied.push(...outcome.applied);
    refused.push(...outcome.refused);
    for (const { cut } of outcome.applied) standing = standingAfter(standing, cut);
  }
  return { applied, refused };
}

/** The one worth most; of equals the first, which has the lower priority number or the lower id. */
export function theBest(cart: Cart, candidates: readonly Candidate[], standing: Standing): Stack {
  const refused: Refused[] = [];
  const possible: Applied[] = [];
  for (const candidate of candidates) {
    const cut = promotionCut(cart, candidate.promotion, standing);
    if (isCut(cut)) possible.push({ ...candidate, cut });
    else refused.push({ ...candidate, reason: cut });
  }
  const [first, ...others] = possible;
  if (first === undefined) return { applied: [], refused };
  let best = first;
  for (const one of others) if (one.cut.totalMinor > best.cut.totalMinor) best = one;
  const reason: WhyNot = { code: 'better_promotion', promotionId: best.promotion.id };
  const beaten = possible.flatMap(({ promotion, code, cut }) =>
    cut === best.cut ? [] : [{ promotion, code, reason }],
  );
  return { applied: [best], refused: [...refused, ...beaten] };
}

function together(cart: Cart, candidates: readonly Candidate[], began: Standing): Stack {
  const applied: Applied[] = [];
  const refused: Refused[] = [];
  let present = began;
  for (const candidate of candidates) {
    // Gifts are counted as they are given: two promotions cannot give the same piece.
    const basis = { ...began, given: present.given };
    const cut = promotionCut(cart, candidate.promotion, basis, present);
    if (isCut(cut)) {
      applied.push({ ...candidate, cut });
      present = standingAfter(present, cut);
    } else refused.push({ ...candidate, reason: cut });
  }
  return { applied, refused };
}
