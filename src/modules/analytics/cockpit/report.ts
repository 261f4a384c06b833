import { ApiProblem, type Told } from '../../../platform/cockpit/api/index.ts';
import { countOf, moneyOf, percentOf, writtenIn } from '../../../platform/cockpit/text/index.ts';

/** A report, its rows and its numbers, as the API tells them. */
export type Report = Told<'runReport'>;
export type Row = Report['rows'][number];
export type Measure = Report['measures'][number];
/** Between what an estimate lies 95 times of 100. */
export type Bounds = { readonly low: number; readonly high: number };
export type Value = string | number | null | undefined;

/** A number of a report in the person's language; `–` where there is nothing to divide by. */
export function valueText(value: Value, kind: Measure['kind'], currency: string | undefined): string {
  if (value === null || value === undefined) return '–';
  if (kind === 'money') return moneyOf({ amount: String(value), currency: currency ?? 'XXX' });
  if (kind === 'share') return percentOf(Number(value));
  if (kind === 'count') return countOf(value);
  return new Intl.NumberFormat(writtenIn().region, { maximumFractionDigits: 2 }).format(Number(value));
}

/** `2.6–3 %`, `€41.20 – €44.90`: between what an estimate lies 95 times of 100. */
export function boundsText(
  { low, high }: Bounds,
  kind: Measure['kind'],
  currency: string | undefined,
): string {
  const options =
    kind === 'money'
      ? ({ style: 'currency', currency: currency ?? 'XXX' } as const)
      : kind === 'share'
        ? ({ style: 'percent', maximumFractionDigits: 1 } as const)
        : { maximumFractionDigits: 2 };
  return new Intl.NumberFormat(writtenIn().region, options).formatRange(low, high);
}

/** For the heights of bars and lines, and for changes: never shown as an amount. */
export function sizeOf(value: Value): number {
  return value === null || value === undefined ? 0 : Number(value);
}

/** `(now − before) / before`; `undefined` where there was nothing before. */
export function changeOf(now: Value, before: Value): number | undefined {
  const was = sizeOf(before);
  return before === undefined || was === 0 ? undefined : (sizeOf(now) - was) / Math.abs(was);
}

/** Currencies that a report has money in, the shop's own first. */
export function currenciesIn({ totals }: Report, own: string): readonly string[] {
  const found = totals.flatMap(({ currency }) => currency ?? []);
  return found.toSorted((a, b) => Number(b === own) - Number(a === own) || (a < b ? -1 : 1));
}

/** Rows of one currency; those of reports without money are all. */
export function rowsIn(report: Report, currency: string | undefined): readonly Row[] {
  return report.rows.filter((row) => row.currency === undefined || row.currency === currency);
}

export function totalIn(report: Report, currency: string | undefined): Row | undefined {
  return report.totals.find((row) => row.currency === undefined || row.currency === currency);
}

export function measureIn(report: Report, id: string): Measure | undefined {
  return report.measures.find((measure) => measure.id === id);
}

/** What a share or a mean is of: the first count that is told with it. */
export function volumeOf({ measures }: Pick<Report, 'measures'>, { kind }: Measure): string | undefined {
  const isOfSome = kind === 'share' || kind === 'number';
  return isOfSome ? measures.find((one) => one.kind === 'count')?.id : undefined;
}

/** Why a report cannot be read, by the name that the API has for it. */
export function refusalOf(error: Error | null): string | undefined {
  return error instanceof ApiProblem ? error.problem.code : undefined;
}
