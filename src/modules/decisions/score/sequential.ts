/*
 * A kind is judged whenever something of it was scored, for years. A test at 5 % that is asked every day takes the mandate of
 * a good kind away sooner or later, so these two hold at every moment at once: the chance that they are ever wrong, however
 * often they are asked, is what is said (Ville 1939; Ramdas, Grünwald, Vovk and Shafer 2023, "Game-theoretic statistics and
 * safe anytime-valid inference", Statistical Science 38).
 */

/** Some that were said to hold with the same confidence, and how many of them did. */
export type Counted = { readonly confidence: number; readonly count: number; readonly held: number };

/** Shares of what was said as which they may hold in truth: each is bet on with the same money. */
const SHARES = Array.from({ length: 40 }, (_, index) => (index + 0.5) / 40);

/**
 * By how much whoever bet that fewer hold than was said has multiplied their money. It is a product over decisions of
 * q/p where one held and (1 − q)/(1 − p) where it did not, averaged over q below p (Robbins' method of mixtures, 1970): were
 * they to hold as often as was said, it would pass 1/α at any time with a chance of α at most.
 *
 * @example
 * // 3 of 10 that were to hold eight times of ten: 144. 5 of 10: 4. 8 of 10: 0.3.
 */
export function evidenceOfFewer(all: readonly Counted[]): number {
  const bets = SHARES.map((share) => {
    const logs = all.map(({ confidence, count, held }) => {
      const missed = Math.log((1 - confidence * share) / (1 - confidence));
      return held * Math.log(share) + (count - held) * missed;
    });
    return Math.exp(logs.reduce((sum, one) => sum + one, 0));
  });
  return bets.reduce((sum, one) => sum + one, 0) / bets.length;
}

/**
 * Half the width of the interval of a mean that holds at all numbers of observations at once, in standard errors. It is where
 * the t statistic's Bayes factor of a normal effect of one standard deviation passes 1/α, which is the best bet that does not
 * depend on the scale (Pérez-Ortiz, Lardy, de Heide and Grünwald 2024, "E-statistics, group invariance and anytime-valid
 * testing", Annals of Statistics 52).
 *
 * @param alpha the chance to leave it to either side, ever
 * @example
 * // Of 10 observations at 5 %: 3.87; Student's would be 2.26.
 */
export function anytimeStandardErrors(count: number, alpha: number): number {
  if (count < 2) return Number.POSITIVE_INFINITY;
  const ratio = (Math.sqrt(1 + count) / alpha) ** (2 / count);
  if (ratio >= 1 + count) return Number.POSITIVE_INFINITY;
  return Math.sqrt(((count - 1) * (ratio - 1)) / (1 - ratio / (1 + count)));
}
