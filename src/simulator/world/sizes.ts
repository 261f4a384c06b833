import { both, type Text } from './text.ts';

/** One size of a run: what it is called, and how it scales the smallest size's measures and price. */
export type Size = {
  readonly code: string;
  readonly name: Text;
  readonly scale: number;
  readonly priceFactor: number;
};

type Row = readonly [code: string, name: string, scale: number, priceFactor: number];

const RUNS: Readonly<Record<string, readonly Row[]>> = {
  one: [],
  pair: [
    ['S', 'Small | Klein', 1, 1],
    ['L', 'Large | Groß', 1.35, 1.5],
  ],
  pots: [
    ['12', '12 cm | 12 cm', 1, 1],
    ['16', '16 cm | 16 cm', 1.33, 1.45],
    ['22', '22 cm | 22 cm', 1.83, 2.1],
  ],
  bowls: [
    ['S', 'Small | Klein', 1, 1],
    ['M', 'Medium | Mittel', 1.3, 1.4],
    ['L', 'Large | Groß', 1.7, 2.1],
  ],
  plates: [
    ['20', 'Side, 20 cm | Frühstück, 20 cm', 1, 1],
    ['27', 'Dinner, 27 cm | Speise, 27 cm', 1.35, 1.4],
  ],
  cushions: [
    ['45', '45 × 45 cm | 45 × 45 cm', 1, 1],
    ['60', '60 × 60 cm | 60 × 60 cm', 1.33, 1.4],
  ],
  rugs: [
    ['S', '80 × 150 cm | 80 × 150 cm', 1, 1],
    ['M', '140 × 200 cm | 140 × 200 cm', 1.5, 2.2],
    ['L', '200 × 300 cm | 200 × 300 cm', 2.2, 4.4],
  ],
  clothing: [
    ['XS', 'XS | XS', 0.96, 1],
    ['S', 'S | S', 0.98, 1],
    ['M', 'M | M', 1, 1],
    ['L', 'L | L', 1.03, 1],
    ['XL', 'XL | XL', 1.06, 1],
  ],
  socks: [
    ['36', '36–40 | 36–40', 1, 1],
    ['41', '41–45 | 41–45', 1.1, 1],
  ],
};

/** The sizes of a run, smallest first; none where a product comes in one size only. */
export function sizesOf(run: string): readonly Size[] {
  const rows = RUNS[run];
  if (rows === undefined) throw new RangeError(`there is no size run "${run}"`);
  return rows.map(([code, name, scale, priceFactor]) => ({ code, name: both(name), scale, priceFactor }));
}
