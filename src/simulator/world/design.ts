import { both, type Text } from './text.ts';

/** A product as its designer notes it: everything else (codes, stock, dates, pictures) is derived from this. */
export type Design = {
  readonly name: string;
  /** What it is, after the name in English and before it in German: "Alma Bud Vase", "Knospenvase Alma". */
  readonly noun: Text;
  readonly family: string;
  readonly maker: string;
  readonly material: string;
  /** Keys of the palette; the first is shown first. */
  readonly colors: readonly string[];
  /** Whole euros, tax included, of the smallest size. */
  readonly price: number;
  /** Height, width and depth in centimetres of the smallest size. */
  readonly cm: readonly [height: number, width: number, depth: number];
  readonly grams: number;
  /** The silhouette that the picture draws; each family has its own words for it. */
  readonly shape: string;
  readonly text: Text;
  /** A key of SIZE_RUNS; the family's own when left out. */
  readonly sizes?: string;
  readonly capacityLitres?: number;
  readonly discountPercent?: number;
  readonly season?: 'Spring' | 'Summer' | 'Autumn' | 'Winter';
  readonly fit?: 'Regular' | 'Relaxed' | 'Slim';
  readonly tags?: readonly string[];
};

type Row = readonly [
  name: string,
  noun: string,
  colors: string,
  price: number,
  cm: readonly [number, number, number],
  grams: number,
  shape: string,
  text: string,
  more?: Partial<Design>,
];

/** The designs of one family that share maker and material unless a row says otherwise in its last column. */
export function designs(family: string, maker: string, material: string, rows: readonly Row[]): Design[] {
  return rows.map(([name, noun, colors, price, cm, grams, shape, text, more]) => ({
    family,
    maker,
    material,
    name,
    noun: both(noun),
    colors: colors.split(' '),
    price,
    cm,
    grams,
    shape,
    text: both(text),
    ...more,
  }));
}
