import { KPI_IDS, type KpiId, type Target } from '../kpis.ts';

/** A row of the sheet: a number, a market ('' is every one), and a currency if it is money. */
export type SheetRow = { readonly kpi: KpiId; readonly market: string; readonly currency?: string };

export function rowKey({ kpi, market, currency = '' }: SheetRow): string {
  return JSON.stringify([kpi, market, currency]);
}

export function cellKey(row: SheetRow, period: string): string {
  return `${rowKey(row)} ${period}`;
}

/** The rows that there are: those that have a target, and those that were added; by number, then by market. */
export function rowsOf(targets: readonly Target[], added: readonly SheetRow[]): readonly SheetRow[] {
  const rows = [...targets.map(rowOf), ...added];
  const different = [...new Map(rows.map((row) => [rowKey(row), row])).values()];
  return different.toSorted(
    (a, b) =>
      KPI_IDS.indexOf(a.kpi) - KPI_IDS.indexOf(b.kpi) ||
      (a.market < b.market ? -1 : a.market > b.market ? 1 : 0) ||
      ((a.currency ?? '') < (b.currency ?? '') ? -1 : 1),
  );
}

export function rowOf({ kpi, market, currency }: Pick<Target, 'kpi' | 'market' | 'currency'>): SheetRow {
  return { kpi, market, ...(currency === undefined ? {} : { currency }) };
}
