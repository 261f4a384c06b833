import { csvCell } from '../../../../platform/csv/index.ts';

/** A column of a list's export: what it is called, and what stands in it. */
export type SheetColumn<Row> = {
  readonly name: string;
  readonly cell: (row: Row) => string | number | boolean | undefined;
  /** Digits, which no spreadsheet runs, with a sign that must stay. */
  readonly isNumber?: boolean;
  /** Left out for who does not have it. */
  readonly permission?: string;
};

/** The columns that somebody with these permissions gets. */
export function columnsFor<Row>(
  columns: readonly SheetColumn<Row>[],
  permissions: ReadonlySet<string>,
): readonly SheetColumn<Row>[] {
  return columns.filter(({ permission }) => permission === undefined || permissions.has(permission));
}

export function headerOf<Row>(columns: readonly SheetColumn<Row>[]): string[] {
  return columns.map(({ name }) => csvCell(name));
}

/** A row as cells; text that a spreadsheet would run is made harmless. */
export function cellsOf<Row>(columns: readonly SheetColumn<Row>[], row: Row): string[] {
  return columns.map(({ cell, isNumber = false }) => {
    const value = cell(row);
    return csvCell(value === undefined ? '' : String(value), isNumber || typeof value === 'number');
  });
}

/** Amount and currency, as two columns. */
export function moneyColumns<Row>(
  name: string,
  of: (row: Row) => { readonly amount: string; readonly currency: string } | undefined,
  permission?: string,
): readonly SheetColumn<Row>[] {
  const guarded = permission === undefined ? {} : { permission };
  return [
    { name, cell: (row) => of(row)?.amount, isNumber: true, ...guarded },
    { name: `${name} currency`, cell: (row) => of(row)?.currency, ...guarded },
  ];
}
