import { type CurrencyCode, ok, type Refusal, type Result } from '../../../kernel/index.ts';
import type { Ask } from '../explore/ask.ts';
import type { ReportAnswer, ReportRow } from '../reports/answer.ts';
import type { Span, Value } from '../reports/report.ts';
import type { Explained, PeriodSums } from './factors.ts';
import type { Breakdown } from './findings.ts';
import type { SegmentSums } from './segments.ts';

/** Whoever answers asks: the warehouse itself, or the process that has it. */
export type AskSource<Code extends string> = {
  readonly runAsk: (ask: Ask) => Promise<Result<ReportAnswer, Refusal<Code>>>;
};

type Segments = ReadonlyMap<string, { readonly of: ReportRow['of'] } & SegmentSums>;

/** What a period came to, as a whole and by segments; `volume` is of all segments of a dimension together. */
export type Period = {
  readonly sums: PeriodSums;
  readonly told: ReadonlyMap<string, { readonly segments: Segments; readonly volume: bigint }>;
  readonly asOf: Temporal.Instant | undefined;
};

type Wanted = {
  readonly of: Explained;
  readonly span: Span;
  readonly market?: string;
  readonly currency: CurrencyCode;
  readonly breakdowns: readonly Omit<Breakdown, 'segments'>[];
};

/** Segments of a period that are read; what is smaller is one. */
const MOST_READ = 2_000;

export async function readPeriod<Code extends string>(
  source: AskSource<Code>,
  wanted: Wanted,
): Promise<Result<Period, Refusal<Code>>> {
  const { of, breakdowns } = wanted;
  const { visits, sales } = askedBy(source, wanted);
  const money = of === 'orders' ? [] : ['gross_sales', 'discounts', 'returns'];
  const margin = of === 'contribution_margin_1' ? [of] : [];
  const [visited, sold, ...parts] = await Promise.all([
    visits([]),
    sales(['orders', 'matched_orders', ...money, ...margin], []),
    ...breakdowns.map((breakdown) => readSegments(source, wanted, breakdown)),
  ]);
  if (!visited.ok) return visited;
  if (!sold.ok) return sold;
  const told = new Map<string, { readonly segments: Segments; readonly volume: bigint }>();
  for (const [index, part] of parts.entries()) {
    if (!part.ok) return part;
    told.set(breakdowns[index]?.dimension ?? '', part.value);
  }
  const total = (measure: string) => totalOf(sold.value, measure);
  return ok({
    ...{ told, asOf: sold.value.asOf },
    sums: {
      ...{ sessions: totalOf(visited.value, 'sessions'), orders: total('orders') },
      ...{ trackedOrders: total('matched_orders'), soldMinor: total('gross_sales') - total('discounts') },
      returnsMinor: total('returns'),
      ...(of === 'contribution_margin_1' ? { marginMinor: total(of) } : {}),
    },
  });
}

/** Visits are those that saw prices in the currency of the sales: who saw others cannot have bought in it. */
function askedBy<Code extends string>({ runAsk }: AskSource<Code>, { span, market, currency }: Wanted) {
  const within = { span, where: [], limit: MOST_READ, currency, ...(market === undefined ? {} : { market }) };
  return {
    visits: (by: readonly string[]) => runAsk({ measures: ['sessions'], by, ...within }),
    sales: (measures: readonly string[], by: readonly string[]) => runAsk({ measures, by, ...within }),
  };
}

async function readSegments<Code extends string>(
  source: AskSource<Code>,
  wanted: Wanted,
  { dimension, volume }: Omit<Breakdown, 'segments'>,
) {
  const { of } = wanted;
  const { visits, sales } = askedBy(source, wanted);
  const isOfVisits = volume === 'sessions';
  const [amounts, visited] = await Promise.all([
    sales([...new Set(isOfVisits ? [of] : [of, volume])], [dimension]),
    isOfVisits ? visits([dimension]) : undefined,
  ]);
  if (!amounts.ok) return amounts;
  if (visited?.ok === false) return visited;
  const volumes = visited?.value ?? amounts.value;
  const segments = new Map<string, { readonly of: ReportRow['of'] } & SegmentSums>();
  const add = ({ rows }: ReportAnswer, kind: 'volume' | 'amount', measure: string) => {
    for (const { of: named, values } of rows) {
      const key = named[dimension] ?? '';
      const known = segments.get(key) ?? { of: named, volume: 0n, amount: 0n };
      segments.set(key, { ...known, [kind]: known[kind] + wholeOf(values[measure]) });
    }
  };
  add(amounts.value, 'amount', of);
  add(volumes, 'volume', volume);
  return ok({ segments, volume: totalOf(volumes, volume) });
}

function totalOf({ totals }: ReportAnswer, measure: string): bigint {
  return totals.reduce((sum, { values }) => sum + wholeOf(values[measure]), 0n);
}

/** Sums are whole; what is not in the answer is none. */
function wholeOf(value: Value | undefined): bigint {
  return typeof value === 'bigint' ? value : 0n;
}
