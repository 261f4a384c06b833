/**
 * How much of what came lies at or below the quantile of a probability: 1 where all of its chance does, 0 where none does, and in
 * between the share of it. Over many forecasts of counts the mean is the probability itself if they are right, which the share of
 * those at or below the quantile is not: 0 is both the quantile of 10 % and that of 50 % of what seldom sells (Czado, Gneiting and
 * Held 2009, "Predictive model assessment for count data", eq. 2, the nonrandomized probability integral transform).
 *
 * @param below - Chance of less than what came, 0 to 1.
 * @param upTo - Chance of what came or less, 0 to 1; at least `below`.
 */
export function transformAt(probability: number, below: number, upTo: number): number {
  if (probability >= upTo) return 1;
  return probability <= below ? 0 : (probability - below) / (upTo - below);
}
