import { type Interval, twoSided } from '../../interval.ts';
import { quadraticForm } from '../../optimise/matrix.ts';
import { at } from '../../series.ts';
import type { EffectsFit } from './fit-effects.ts';
import { type PeriodFacts, type Term, termsOf } from './period-facts.ts';

/** `effect.estimate` of 0.18 is "+18 %". */
export type Effect = { readonly name: string; readonly effect: Interval };

/**
 * What each fact of a period makes of its demand, as a share more or less than without, with an interval.
 * Weekdays and months are said against the plain mean of all that were learnt. A fact of which nothing was
 * learnt is left out.
 *
 * @example effectsOf(fit, { month: 12, price: 1.04 }, 0.8) // month_12: +18 % (11 to 26), price: −4 % (−6 to
 * −2)
 */
export function effectsOf(fit: EffectsFit, facts: PeriodFacts, confidence: number): Effect[] {
  const z = twoSided(confidence);
  return termsOf(facts).flatMap((term) => {
    const contrast = contrastOf(fit, term);
    if (contrast === undefined) return [];
    const log = contrast.reduce((total, part, place) => total + part * at(fit.coefficients, place), 0);
    const reach = z * Math.sqrt(quadraticForm(fit.covariance, contrast));
    const [estimate, low, high] = [Math.expm1(log), Math.expm1(log - reach), Math.expm1(log + reach)];
    return [{ name: term.name, effect: { estimate, low, high, confidence } }];
  });
}

/** The product of all effects of a period: how many times as much. 1 where nothing is known. */
export function factorOf(fit: EffectsFit, facts: PeriodFacts): number {
  return effectsOf(fit, facts, 0.5).reduce((factor, { effect }) => factor * (1 + effect.estimate), 1);
}

/**
 * What of each coefficient makes a term. Weekdays and months have no level of their own: what they share
 * belongs to that of all rows, and so only their difference from their mean counts.
 */
function contrastOf({ names, coefficients }: EffectsFit, { name, amount }: Term): Float64Array | undefined {
  const place = names.indexOf(name) + 1;
  if (place === 0) return undefined;
  const contrast = new Float64Array(coefficients.length);
  const kind = /^(weekday|month)_/.exec(name)?.[0];
  const alike = names.flatMap((one, index) => (kind && one.startsWith(kind) ? [index + 1] : []));
  for (const one of alike) contrast[one] = -amount / alike.length;
  contrast[place] = at(contrast, place) + amount;
  return contrast;
}
