import { type CurrencyCode, ok, type Refusal, type Result } from '../../../kernel/index.ts';
import { comparedSpan, daysOf } from '../reports/period.ts';
import type { Span } from '../reports/report.ts';
import { amountOf, type Explained, explainFactors, type FactorChange, type PeriodSums } from './factors.ts';
import { type Breakdown, type Finding, findingsOf } from './findings.ts';
import { type AskSource, readPeriod } from './read-period.ts';
import { explainSegments, pairSegments } from './segments.ts';

export type ChangeAsked = {
  readonly of: Explained;
  readonly span: Span;
  readonly compare: 'previous' | 'last_year';
  readonly market?: string;
  readonly currency: CurrencyCode;
};

/** Why a number changed: every part in minor units, or orders; factors, and the segments of each breakdown, add up to `change`. */
export type Explanation = {
  readonly of: Explained;
  readonly span: Span;
  readonly comparedWith: Span;
  readonly asOf?: Temporal.Instant;
  readonly before: bigint;
  readonly after: bigint;
  readonly change: bigint;
  readonly factors: readonly FactorChange[];
  readonly breakdowns: readonly Breakdown[];
  readonly findings: readonly Finding[];
  /** Orders whose visit is known ÷ orders: how much of the business visits and conversion speak of. */
  readonly trackedShare: { readonly before: number | undefined; readonly after: number | undefined };
};

const BREAKDOWNS: readonly Omit<Breakdown, 'segments'>[] = [
  { dimension: 'channel', volume: 'sessions' },
  { dimension: 'product', volume: 'units' },
  { dimension: 'country', volume: 'orders' },
  { dimension: 'device', volume: 'sessions' },
  { dimension: 'buyer', volume: 'orders' },
];

/**
 * Why net sales, margin or orders changed from the days before, or from last year: by factors (`explainFactors`) and by
 * channel, product, country, device and buyer (`explainSegments`), with what is worth saying of it. Orders are not told by
 * product: one with two would count twice. Visits are of all currencies: nobody has one who only looks.
 *
 * @example
 * await explainChange(analytics, { of: 'net_sales', span, compare: 'previous', currency: 'EUR' });
 */
export async function explainChange<Code extends string>(
  source: AskSource<Code>,
  asked: ChangeAsked,
): Promise<Result<Explanation, Refusal<Code>>> {
  const { of, span, compare } = asked;
  const comparedWith = comparedSpan(span, compare);
  const told = BREAKDOWNS.filter(({ dimension }) => of !== 'orders' || dimension !== 'product');
  const [was, is] = await Promise.all([
    readPeriod(source, { ...asked, span: comparedWith, breakdowns: told }),
    readPeriod(source, { ...asked, breakdowns: told }),
  ]);
  if (!was.ok) return was;
  if (!is.ok) return is;
  const [before, after] = [was.value.sums, is.value.sums];
  const factors = explainFactors(of, before, after);
  const breakdowns = told.map(({ dimension, volume }) => {
    const [start, end] = [was.value.told.get(dimension), is.value.told.get(dimension)];
    const totals = {
      before: { volume: start?.volume ?? 0n, amount: amountOf(of, before) },
      after: { volume: end?.volume ?? 0n, amount: amountOf(of, after) },
    };
    const pairs = pairSegments(start?.segments ?? new Map(), end?.segments ?? new Map(), totals);
    return { dimension, volume, segments: explainSegments(pairs) };
  });
  const days = { before: daysOf(comparedWith), after: daysOf(span) };
  const { asOf } = is.value;
  return ok({
    ...{ of, span, comparedWith, factors, breakdowns },
    ...(asOf === undefined ? {} : { asOf }),
    ...{ before: amountOf(of, before), after: amountOf(of, after) },
    change: amountOf(of, after) - amountOf(of, before),
    findings: findingsOf({ of, before, after, days, factors, breakdowns }),
    trackedShare: { before: trackedOf(before), after: trackedOf(after) },
  });
}

function trackedOf({ orders, trackedOrders }: PeriodSums): number | undefined {
  return orders > 0n ? Number(trackedOrders) / Number(orders) : undefined;
}
