import type { Score } from './score.ts';

/** Sums over a horizon that were compared before anything but the default is believed. */
const FEWEST = 4;
/** Share of the default's loss that another has to save: less is as likely luck. */
const MARGIN = 0.15;

/**
 * The method that a series is forecast with: the default, unless another had a quantile loss that is 15 % less over four
 * origins or more. `scores` of the same origins by method; throws a RangeError without the default's.
 */
export function chooseMethod<Name extends string>(
  scores: Readonly<Partial<Record<Name, Pick<Score, 'quantileLoss' | 'sums'>>>>,
  standard: NoInfer<Name>,
): Name {
  const own = scores[standard];
  if (own === undefined) throw new RangeError(`no score of ${standard}`);
  let [best, least] = [standard, (1 - MARGIN) * own.quantileLoss];
  for (const name in scores) {
    const score = scores[name];
    if (score === undefined || score.sums < FEWEST || score.quantileLoss >= least) continue;
    [best, least] = [name, score.quantileLoss];
  }
  return best;
}
