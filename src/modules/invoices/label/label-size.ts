/** Points, of which an inch has 72, from the top left corner. */
export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export const LABEL_SIZES = ['a6', '4x6', 'a4_4', 'a4_8'] as const;
export type LabelSize = (typeof LABEL_SIZES)[number];

type Page = { readonly width: number; readonly height: number };
type Sheet = {
  readonly page: Page;
  readonly label: Page;
  readonly across: number;
  readonly down: number;
};

const mm = (length: number) => (length * 72) / 25.4;
const A4 = { width: mm(210), height: mm(297) };
const A6 = { width: mm(105), height: mm(148) };
const INCHES = { width: 4 * 72, height: 6 * 72 };

/** Labels by themselves, as thermal printers have them on a roll, and sheets of stickers for any other printer. */
const SHEETS: Readonly<Record<LabelSize, Sheet>> = {
  a6: { page: A6, label: A6, across: 1, down: 1 },
  '4x6': { page: INCHES, label: INCHES, across: 1, down: 1 },
  a4_4: { page: A4, label: { width: mm(105), height: mm(148.5) }, across: 2, down: 2 },
  a4_8: { page: A4, label: { width: mm(105), height: mm(74) }, across: 2, down: 4 },
};

export function pageOf(size: LabelSize): Page {
  return SHEETS[size].page;
}

export function labelsPerPage(size: LabelSize): number {
  const { across, down } = SHEETS[size];
  return across * down;
}

/**
 * Where the n-th label (0, 1, …) goes when the first one goes to `startAt` (1 is the top left): row by row, the stickers in
 * the middle of the sheet.
 *
 * @example
 * placeOf('a4_4', 1, 4) // the second label, on the second page (1), top left
 */
export function placeOf(size: LabelSize, index: number, startAt: number): { page: number; area: Area } {
  const { page, label, across, down } = SHEETS[size];
  const place = startAt - 1 + index;
  const onPage = place % (across * down);
  const left = (page.width - across * label.width) / 2;
  const top = (page.height - down * label.height) / 2;
  const x = left + (onPage % across) * label.width;
  const y = top + Math.floor(onPage / across) * label.height;
  return { page: Math.floor(place / (across * down)), area: { x, y, ...label } };
}
