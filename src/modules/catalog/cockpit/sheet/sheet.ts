/** A place in the sheet: row and column, from 0. */
export type Place = { readonly row: number; readonly column: number };

/** From one corner to the other, both included; `from` is where it began. */
export type Range = { readonly from: Place; readonly to: Place };

export type CellChange = Place & { readonly text: string };

/** One step that can be undone: what each cell was, and became. */
type Step = readonly (Place & { readonly before: string; readonly after: string })[];

/** What a sheet is: the texts as they were read, those that were changed, and the way back. */
export type Sheet = {
  readonly rows: readonly (readonly string[])[];
  readonly edits: ReadonlyMap<string, string>;
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
};

export function sheetOf(rows: readonly (readonly string[])[]): Sheet {
  return { rows, edits: new Map(), done: [], undone: [] };
}

export function keyOf({ row, column }: Place): string {
  return `${row} ${column}`;
}

export function textAt(sheet: Sheet, place: Place): string {
  return sheet.edits.get(keyOf(place)) ?? sheet.rows[place.row]?.[place.column] ?? '';
}

/** The sheet with these cells as they are given: one step. What is the same as before is none. */
export function changed(sheet: Sheet, changes: readonly CellChange[]): Sheet {
  const step = changes.flatMap(({ row, column, text }) => {
    const before = textAt(sheet, { row, column });
    return before === text ? [] : [{ row, column, before, after: text }];
  });
  if (step.length === 0) return sheet;
  return { ...written(sheet, step, 'after'), done: [...sheet.done, step], undone: [] };
}

export function undo(sheet: Sheet): Sheet {
  const step = sheet.done.at(-1);
  if (step === undefined) return sheet;
  const undone = [...sheet.undone, step];
  return { ...written(sheet, step.toReversed(), 'before'), done: sheet.done.slice(0, -1), undone };
}

export function redo(sheet: Sheet): Sheet {
  const step = sheet.undone.at(-1);
  if (step === undefined) return sheet;
  return { ...written(sheet, step, 'after'), done: [...sheet.done, step], undone: sheet.undone.slice(0, -1) };
}

function written(sheet: Sheet, step: Step, side: 'before' | 'after'): Sheet {
  const edits = new Map(sheet.edits);
  for (const cell of step) {
    const isOriginal = (sheet.rows[cell.row]?.[cell.column] ?? '') === cell[side];
    if (isOriginal) edits.delete(keyOf(cell));
    else edits.set(keyOf(cell), cell[side]);
  }
  return { ...sheet, edits };
}

/** First and last row and column of a range. */
export function boundsOf({ from, to }: Range) {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

export function textsIn(sheet: Sheet, range: Range): string[][] {
  const { top, bottom, left, right } = boundsOf(range);
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) =>
      textAt(sheet, { row: top + row, column: left + column }),
    ),
  );
}

/**
 * What pasting these cells comes to: from the range's first cell on; repeated over the range where it is a multiple of
 * what is pasted, one cell over all of it, as spreadsheets do. What would be outside of the sheet is left out.
 */
export function pasted(
  sheet: Sheet,
  range: Range,
  cells: readonly (readonly string[])[],
  columns: number,
): CellChange[] {
  const { top, bottom, left, right } = boundsOf(range);
  const [height, width] = [cells.length, Math.max(...cells.map((row) => row.length), 0)];
  if (height === 0 || width === 0) return [];
  const times = (room: number, size: number) => (room % size === 0 ? room : size);
  const [rows, wide] = [times(bottom - top + 1, height), times(right - left + 1, width)];
  const changes: CellChange[] = [];
  for (let row = 0; row < rows && top + row < sheet.rows.length; row += 1) {
    for (let column = 0; column < wide && left + column < columns; column += 1) {
      const text = cells[row % height]?.[column % width];
      if (text !== undefined) changes.push({ row: top + row, column: left + column, text });
    }
  }
  return changes;
}

/** The first row of the range in all rows below it. */
export function filledDown(sheet: Sheet, range: Range): CellChange[] {
  const { top, bottom, left, right } = boundsOf(range);
  const changes: CellChange[] = [];
  for (let column = left; column <= right; column += 1) {
    const text = textAt(sheet, { row: top, column });
    for (let row = top + 1; row <= bottom; row += 1) changes.push({ row, column, text });
  }
  return changes;
}

export function cleared(range: Range): CellChange[] {
  const { top, bottom, left, right } = boundsOf(range);
  const changes: CellChange[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) changes.push({ row, column, text: '' });
  }
  return changes;
}
