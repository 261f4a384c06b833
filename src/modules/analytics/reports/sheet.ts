import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import type { Cell, Row } from '../../../platform/warehouse/index.ts';
import type { Analytics } from '../warehouse/open-analytics.ts';
import { askedOf } from './asked.ts';
import type { Report, ReportParameters, Span, Sums } from './report.ts';

export type SumRow = {
  readonly of: Readonly<Record<string, string>>;
  readonly currency?: CurrencyCode;
  readonly sums: Sums;
};

/** What a report's statement gives: sums of its rows, as far as they are shown, and of all of them. */
export type Sheet = { readonly rows: readonly SumRow[]; readonly totals: readonly SumRow[] };

export type Sheets = {
  readonly now: Sheet;
  /** Of the span that it is compared with: the same rows of it, and all of it. */
  readonly earlier: Sheet;
  readonly isCut: boolean;
};

export type ReadSheets = {
  readonly span: Span;
  readonly before: Span | undefined;
  /** Rows, or over time groups of rows, of which more are not read. */
  readonly limit: number;
};

const [NOW, NOW_TOTAL, THEN, THEN_TOTAL] = [0, 1, 2, 3];

/** Rows and totals of both spans, read by one statement: whatever is fed meanwhile, they are of the same moment. */
export async function readSheets(
  { rows }: Pick<Analytics, 'rows'>,
  report: Report,
  parameters: ReportParameters,
  asked: ReadSheets,
): Promise<Sheets> {
  const names = report.dimensions.map(({ id }) => id);
  const found = await rows<Row & { part: number; place: bigint | null }>(
    sheetsSql(report, parameters, asked),
  );
  const partOf = (wanted: number | undefined, told: readonly string[]) =>
    found
      .filter(({ part, place }) => part === wanted && (place === null || place <= asked.limit))
      .map((row) => sumRowOf(row, { told, notSums: names }));
  return {
    now: { rows: partOf(NOW, names), totals: partOf(NOW_TOTAL, []) },
    earlier: { rows: partOf(THEN, names), totals: partOf(THEN_TOTAL, []) },
    isCut: found.some(({ place }) => place !== null && place > asked.limit),
  };
}

function sheetsSql(
  report: Report,
  parameters: ReportParameters,
  { span, before, limit }: ReadSheets,
): string {
  const names = report.dimensions.map(({ id }) => id);
  const groups = report.isOverTime ? names.filter((name) => name !== 'time') : names;
  const statement = (of: Span, told: readonly string[]) =>
    `(${report.statement(askedOf(report, parameters, { span: of, told }))})`;
  const keys = [...groups, ...(report.hasCurrency ? ['currency'] : [])];
  // Over time without anything else told apart, every row is shown: there are as many as the span has buckets.
  const isShownWhole = report.isOverTime && groups.length === 0;
  const of = (part: number | undefined, rows: Span) =>
    isShownWhole
      ? `select *, null::bigint as place, ${part} as part from ${statement(rows, names)}`
      : `select told.*, shown.place, ${part} as part from ${statement(rows, names)} told
          join shown on ${matches(keys)} where shown.place <= ${limit + 1}`;
  const total = (part: number | undefined, rows: Span) =>
    `select *, null::bigint as place, ${part} as part from ${statement(rows, [])}`;
  const isDirect = !report.isOverTime;
  const parts = [
    isDirect ? `select *, ${NOW} as part from shown where place <= ${limit + 1}` : of(NOW, span),
    total(NOW_TOTAL, span),
    ...(before === undefined ? [] : [of(THEN, before), total(THEN_TOTAL, before)]),
  ];
  const shown = `with shown as materialized (
    select *, row_number() over (order by ${orderOf(report, keys)}) as place
    from ${statement(span, groups)} where ${report.having ?? 'true'})`;
  const order = [...(report.isOverTime ? ['time'] : []), ...(report.hasCurrency ? ['currency'] : [])];
  return `${isShownWhole ? '' : shown} select * from (${parts.join('\nunion all by name\n')})
    order by ${['part', 'place nulls first', ...order].join(', ')}`;
}

function orderOf({ sortBy, isSmallestFirst }: Report, keys: readonly string[]): string {
  const sorted = sortBy === undefined ? [] : [`${sortBy} ${isSmallestFirst ? 'asc' : 'desc'} nulls last`];
  return [...sorted, ...keys].join(', ') || '1';
}

function matches(keys: readonly string[]): string {
  return keys.map((key) => `told.${key} is not distinct from shown.${key}`).join(' and ') || 'true';
}

function sumRowOf(
  row: Row,
  { told, notSums }: { readonly told: readonly string[]; readonly notSums: readonly string[] },
): SumRow {
  const { currency, part: _, place: __, ...cells } = row;
  const sums = Object.entries(cells).filter(([name]) => !notSums.includes(name));
  return {
    of: Object.fromEntries(told.map((name) => [name, String(row[name] ?? '')])),
    sums: Object.fromEntries(sums.map(([name, cell]) => [name, wholeOf(name, cell)])),
    ...(typeof currency === 'string' && currency !== '' ? { currency: currencyOf(currency) } : {}),
  };
}

function wholeOf(name: string, cell: Cell): bigint {
  if (cell === null) return 0n;
  if (typeof cell === 'bigint') return cell;
  if (typeof cell === 'number' && Number.isSafeInteger(cell)) return BigInt(cell);
  throw new TypeError(`${name} is no whole number`);
}
