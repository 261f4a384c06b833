import { at } from '../../series.ts';
import { type EffectRow, type EffectsFit, fitEffects } from './fit-effects.ts';
import { termsOf } from './period-facts.ts';

/** What is tested as one: all months together, all weekdays. */
export const EFFECT_KINDS = ['weekday', 'month', 'holiday', 'promotion', 'price'] as const;
export type EffectKind = (typeof EFFECT_KINDS)[number];

/** Blocks of the past, one after the other. */
const BLOCKS = 4;
/** Share of what a kind leaves to be explained that it must save: less is noise of its own. */
const SAVED = 0;

export type TestedEffects = {
  /** Of what is kept alone; undefined where nothing can be learnt. */
  readonly fit: EffectsFit | undefined;
  /** Kinds that told of blocks they were not learnt from. */
  readonly kept: readonly EffectKind[];
};

/**
 * Effects that earn their place: each quarter of the past is told by what was learnt from the three others (blocked
 * cross-validation: Bergmeir and Benítez 2012, "On the use of cross-validation for time series predictor evaluation", Information
 * Sciences 191), with and without each kind, by the deviance of Poisson. A kind that does not make it smaller is left out, and
 * the rest is learnt again. A kind that is in one block only cannot be tested so; it is kept, shrunk as `fitEffects` does,
 * where its coefficient is 1.28 standard deviations from none.
 *
 * @param rows with the period of each, from 0 to `periods` − 1
 */
export function testedEffects(
  rows: readonly (EffectRow & { readonly period: number })[],
  periods: number,
): TestedEffects {
  const saved = new Map<EffectKind, number>();
  const blocks = Map.groupBy(rows, ({ period }) => Math.floor((BLOCKS * period) / periods));
  for (const [block, held] of blocks) {
    const fit = fitEffects(rows.filter(({ period }) => Math.floor((BLOCKS * period) / periods) !== block));
    if (fit === undefined) continue;
    for (const row of held) addSaved(saved, fit, row);
  }
  const all = fitEffects(rows);
  if (all === undefined) return { fit: undefined, kept: [] };
  const kept = EFFECT_KINDS.filter((kind) => {
    const gain = saved.get(kind);
    return gain === undefined ? isEvident(all, kind) : gain > SAVED;
  });
  const learnt = new Set(all.names.map(kindOf));
  if (kept.filter((kind) => learnt.has(kind)).length === learnt.size) return { fit: all, kept };
  return { fit: fitEffects(rows.map((row) => ({ ...row, facts: only(row.facts, kept) }))), kept };
}

/** What each kind takes off the deviance of a row that was not learnt from. */
function addSaved(saved: Map<EffectKind, number>, fit: EffectsFit, row: EffectRow): void {
  if (!(row.actual >= 0) || !(row.expected > 0)) return;
  const parts = termsOf(row.facts).map(({ name, amount }) => {
    const place = fit.names.indexOf(name) + 1;
    return { kind: kindOf(name), log: place === 0 ? 0 : at(fit.coefficients, place) * amount };
  });
  const level = Math.log(row.expected) + at(fit.coefficients, 0);
  const whole = parts.reduce((sum, { log }) => sum + log, level);
  for (const { kind, log } of parts) {
    if (log === 0) continue;
    // Of Poisson's deviance only what differs: 2 (µ − y ln µ).
    const gain = 2 * (Math.exp(whole - log) - Math.exp(whole) + row.actual * log);
    saved.set(kind, (saved.get(kind) ?? 0) + gain);
  }
}

function isEvident({ names, coefficients, covariance }: EffectsFit, kind: EffectKind): boolean {
  return names.some((name, index) => {
    const variance = covariance[index + 1]?.[index + 1] ?? Number.POSITIVE_INFINITY;
    return kindOf(name) === kind && Math.abs(at(coefficients, index + 1)) > 1.28 * Math.sqrt(variance);
  });
}

function kindOf(name: string): EffectKind {
  const kind = EFFECT_KINDS.find((one) => name === one || name.startsWith(`${one}_`));
  if (kind === undefined) throw new RangeError(`no kind of effect: ${name}`);
  return kind;
}

function only(facts: EffectRow['facts'], kept: readonly EffectKind[]): EffectRow['facts'] {
  const { weekday, month, holidays, promotion, price } = facts;
  const has = (kind: EffectKind) => kept.includes(kind);
  return {
    ...(weekday !== undefined && has('weekday') ? { weekday } : {}),
    ...(month !== undefined && has('month') ? { month } : {}),
    ...(holidays !== undefined && has('holiday') ? { holidays } : {}),
    ...(promotion !== undefined && has('promotion') ? { promotion } : {}),
    ...(price !== undefined && has('price') ? { price } : {}),
  };
}
