import type { Line } from '../order-state.tsx';

/** What was counted of a line so far. */
export type Counted = {
  readonly line: Pick<Line, 'id' | 'open' | 'sku' | 'item' | 'shelfLifeDays'>;
  readonly received: number;
  readonly damaged: number;
  readonly wrong: number;
  /** Until when the good ones keep; '' where nobody said. */
  readonly expiresOn: string;
};

/** The line that a code names: our SKU, the barcode (however many zeros it begins with), or the supplier's number. */
export function byCode(counted: readonly Counted[], typed: string): Counted | undefined {
  const code = folded(typed);
  if (code === '') return undefined;
  return counted.find(({ line: { sku, item } }) =>
    [item?.sku, item?.barcode, sku].some((one) => one !== undefined && one !== '' && folded(one) === code),
  );
}

export function surplusOf({ line, received }: Counted): number {
  return Math.max(received - line.open, 0);
}

export function shortOf({ line, received }: Counted): number {
  return received === 0 ? 0 : Math.max(line.open - received, 0);
}

function folded(code: string): string {
  const text = code.trim().toLowerCase();
  return /^\d{8,14}$/.test(text) ? text.replace(/^0+/, '') : text;
}
