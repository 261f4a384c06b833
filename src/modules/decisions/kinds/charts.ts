import { demandOver, type StoredForecast } from '../../forecasting/index.ts';
import type { EvidenceChart } from '../decision.ts';

/** Pieces on days from today on. */
type Days = readonly number[];

/**
 * Stock on each morning from today on, as it is and as proposed. It never falls below nothing: who finds nothing is lost.
 *
 * @param given.asIs what comes on each day as it is
 * @param given.proposed the same as proposed
 * @example
 * // 10 in stock, 4 wanted a day, 8 come on the third day as proposed: 10, 6, 2, 0 as it is; 10, 6, 2, 6 as proposed.
 */
export function stockLines(given: {
  readonly stock: number;
  readonly wanted: Days;
  readonly asIs: Days;
  readonly proposed: Days;
}): EvidenceChart {
  const { stock, wanted, asIs, proposed } = given;
  const levels = (coming: Days) => {
    let there = stock;
    const mornings = wanted.map((pieces, day) => {
      const before = there;
      there = Math.max(0, there + (coming[day] ?? 0) - pieces);
      return before;
    });
    return [...mornings, there].map(tenths);
  };
  return {
    ...{ kind: 'stock', grain: 'day' },
    series: [
      { key: 'as_is', values: levels(asIs) },
      { key: 'proposed', values: levels(proposed) },
    ],
  };
}

/** `pieces` more on one of the days. */
export function withArrival(coming: Days, day: number, pieces: number): number[] {
  return coming.map((before, at) => (at === day ? before + pieces : before));
}

/** Pieces that will probably be wanted on each of the days from today on. */
export function wantedDays(
  forecast: StoredForecast,
  { from, days }: { readonly from: Temporal.PlainDate; readonly days: number },
): number[] {
  const until = Array.from({ length: days + 1 }, (_, day) => demandOver(forecast, { from, days: day }).mean);
  return until.slice(1).map((pieces, day) => pieces - (until[day] ?? 0));
}

/** What will be wanted in each of some weeks, of goods together, with where it lies eight times of ten. */
export function demandWeeks(
  forecasts: readonly StoredForecast[],
  { from, weeks }: { readonly from: Temporal.PlainDate; readonly weeks: number },
): EvidenceChart {
  const each = Array.from({ length: weeks }, (_, week) => {
    const span = { from: from.add({ weeks: week }), days: 7 };
    const over = forecasts.map((forecast) => demandOver(forecast, span));
    const mean = over.reduce((sum, one) => sum + one.mean, 0);
    const spread = NINETIETH * Math.sqrt(over.reduce((sum, one) => sum + one.variance, 0));
    return { mean, spread };
  });
  return {
    ...{ kind: 'demand', grain: 'week' },
    series: [
      {
        ...{ key: 'wanted', values: each.map(({ mean }) => tenths(mean)) },
        low: each.map(({ mean, spread }) => tenths(Math.max(0, mean - spread))),
        high: each.map(({ mean, spread }) => tenths(mean + spread)),
      },
    ],
  };
}

/** Of a standard normal number: eight of ten lie within this to both sides. */
const NINETIETH = 1.2816;

const tenths = (value: number) => Math.round(value * 10) / 10;
