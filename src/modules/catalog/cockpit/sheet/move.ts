import type { Place, Range, Sheet } from './sheet.ts';
import { textAt } from './sheet.ts';

export type Size = { readonly rows: number; readonly columns: number };

const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

type Pressed = {
  readonly key: string;
  readonly isShift: boolean;
  readonly isMod: boolean;
  readonly page: number;
};

/** Where a key leads, as in a spreadsheet; `undefined` for keys that lead nowhere. Shift stretches the range. */
export function movedBy(sheet: Sheet, size: Size, range: Range, pressed: Pressed): Range | undefined {
  const { key, isShift, isMod, page } = pressed;
  const arrow = ARROWS[key];
  const at = range.to;
  if (arrow) return reached(range, isMod ? edge(sheet, size, at, arrow) : step(size, at, arrow), isShift);
  switch (key) {
    case 'Home':
      return reached(range, { row: isMod ? 0 : at.row, column: 0 }, isShift);
    case 'End':
      return reached(range, { row: isMod ? size.rows - 1 : at.row, column: size.columns - 1 }, isShift);
    case 'PageDown':
      return reached(range, step(size, at, [page, 0]), isShift);
    case 'PageUp':
      return reached(range, step(size, at, [-page, 0]), isShift);
    case 'Enter':
      return reached(range, step(size, range.from, [isShift ? -1 : 1, 0]), false);
    case 'Tab':
      return reached(range, step(size, range.from, [0, isShift ? -1 : 1]), false);
    default:
      return undefined;
  }
}

function reached(range: Range, to: Place, isStretched: boolean): Range {
  return { from: isStretched ? range.from : to, to };
}

function step({ rows, columns }: Size, at: Place, [down, right]: readonly [number, number]): Place {
  return {
    row: Math.max(0, Math.min(rows - 1, at.row + down)),
    column: Math.max(0, Math.min(columns - 1, at.column + right)),
  };
}

/** With Ctrl: to the end of what is filled, or over the empty to what is. */
function edge(sheet: Sheet, size: Size, at: Place, arrow: readonly [number, number]): Place {
  const isFilled = (place: Place) => textAt(sheet, place) !== '';
  const isEnd = (place: Place, next: Place) => next.row === place.row && next.column === place.column;
  let place = step(size, at, arrow);
  const isRun = isFilled(at) && isFilled(place);
  for (let next = step(size, place, arrow); !isEnd(place, next); next = step(size, place, arrow)) {
    if (isRun ? !isFilled(next) : isFilled(place)) break;
    place = next;
  }
  return place;
}
