import type { CellRow, SheetColumn } from './columns.ts';
import { keyOf, type Sheet, textAt } from './sheet.ts';

export type SentRow = {
  readonly productId: string;
  readonly variantId: string;
  readonly cells: Record<string, unknown>;
};

export type Sending = {
  readonly rows: readonly SentRow[];
  /** Which row of the sheet each is. */
  readonly places: readonly number[];
  readonly cells: number;
};

/** What is sent of a sheet: for each row that was changed, its changed cells. */
export function sendingOf(sheet: Sheet, rows: readonly CellRow[], columns: readonly SheetColumn[]): Sending {
  const sent: { row: SentRow; place: number }[] = [];
  let cells = 0;
  for (const [place, row] of rows.entries()) {
    const touched = columns.flatMap((column, at) =>
      sheet.edits.has(keyOf({ row: place, column: at })) ? [{ column, at }] : [],
    );
    if (touched.length === 0) continue;
    cells += touched.length;
    const made: Record<string, unknown> = {};
    const of = (key: string) =>
      textAt(sheet, { row: place, column: columns.findIndex((one) => one.key === key) });
    for (const { column, at } of touched) column.write(made, textAt(sheet, { row: place, column: at }), of);
    if (Object.keys(made).length > 0) {
      sent.push({ row: { productId: row.productId, variantId: row.variantId, cells: made }, place });
    }
  }
  return { rows: sent.map(({ row }) => row), places: sent.map(({ place }) => place), cells };
}

/** Every changed cell that cannot be, and why. */
export function problemsOf(sheet: Sheet, columns: readonly SheetColumn[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, text] of sheet.edits) {
    const why = columns[Number(key.split(' ')[1])]?.check?.(text);
    if (why !== undefined) found.set(key, why);
  }
  return found;
}

/** Changes of a product's own field go to all of its rows. */
export function spread<
  Change extends { readonly row: number; readonly column: number; readonly text: string },
>(
  changes: readonly Change[],
  rows: readonly CellRow[],
  columns: readonly SheetColumn[],
): { row: number; column: number; text: string }[] {
  const own = changes.filter(({ column }) => columns[column]?.isOfProduct);
  if (own.length === 0) return [...changes];
  const places = new Map<string, number[]>();
  for (const [place, { productId }] of rows.entries()) {
    const known = places.get(productId);
    if (known) known.push(place);
    else places.set(productId, [place]);
  }
  const others = own.flatMap(({ row, column, text }) =>
    (places.get(rows[row]?.productId ?? '') ?? []).map((place) => ({ row: place, column, text })),
  );
  const all = new Map([...changes, ...others].map((change) => [keyOf(change), change]));
  return [...all.values()];
}
