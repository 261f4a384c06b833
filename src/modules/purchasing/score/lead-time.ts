/** How long it takes from order to goods, in days. */
export type LeadTime = {
  readonly meanDays: number;
  readonly sdDays: number;
  /** Of how many receipts it was learned. */
  readonly receipts: number;
  /** It is what the supplier says: nothing came from them yet. */
  readonly isAssumed: boolean;
};

/** A delivery: how many days it took, or, of one that is still to come, how many it has taken so far. */
export type Delivery = { readonly days: number; readonly isOpen: boolean };

/** As much as so many deliveries: what the supplier says is believed until as many came. */
const PRIOR_WEIGHT = 3;
/** What is believed before anything came: a fifth of the time, as standard deviation. */
const PRIOR_VARIATION = 0.2;

/**
 * The lead time of a supplier, from what they say and what came. A normal mean with a conjugate prior (Gelman et al.,
 * Bayesian Data Analysis, 3rd ed., section 3.3: normal-inverse-chi-squared) that counts as three deliveries of the stated
 * time; the standard deviation is of the next delivery. An order that is still to come longer than is expected counts
 * with the mean of what is longer than it has taken (exponential tail), so that what never comes does not look quick.
 *
 * @example
 * // Stated 10 days, nothing came: 10 and 2, assumed. Came after 14, 15 and 16: (3 · 10 + 45) / 6 = 12.5 days.
 */
export function learnLeadTime(statedDays: number, deliveries: readonly Delivery[]): LeadTime {
  const came = deliveries.filter(({ isOpen }) => !isOpen).map(({ days }) => days);
  const expected = momentsOf(statedDays, came).meanDays;
  const late = deliveries.filter(({ days, isOpen }) => isOpen && days > expected);
  const spread = momentsOf(statedDays, came).sdDays;
  const imputed = late.map(({ days }) => days + spread);
  const { meanDays, sdDays } = momentsOf(statedDays, [...came, ...imputed]);
  return { meanDays, sdDays, receipts: came.length, isAssumed: came.length === 0 && imputed.length === 0 };
}

function momentsOf(stated: number, days: readonly number[]): Pick<LeadTime, 'meanDays' | 'sdDays'> {
  const n = days.length;
  const priorVariance = Math.max(stated * PRIOR_VARIATION, 0.5) ** 2;
  if (n === 0) return { meanDays: stated, sdDays: Math.sqrt(priorVariance) };
  const mean = days.reduce((sum, day) => sum + day, 0) / n;
  const squares = days.reduce((sum, day) => sum + (day - mean) ** 2, 0);
  const total = PRIOR_WEIGHT + n;
  const between = (PRIOR_WEIGHT * n * (mean - stated) ** 2) / total;
  const variance = (PRIOR_WEIGHT * priorVariance + squares + between) / total;
  return { meanDays: (PRIOR_WEIGHT * stated + n * mean) / total, sdDays: Math.sqrt(variance) };
}
