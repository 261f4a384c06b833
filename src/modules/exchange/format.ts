import type { CurrencyCode, Locale } from '../../kernel/index.ts';
import type { AttributeDefinition } from '../catalog/index.ts';
import type { Header } from './header.ts';
import type { Row } from './read/csv.ts';
import type { ProductRecord } from './record.ts';
import type { DecimalMark } from './values/decimal.ts';

export type FormatName =
  | 'institor'
  | 'shopify'
  | 'woocommerce'
  | 'magento'
  | 'bigcommerce'
  | 'google'
  | 'mapped';

/** A kind of product file: how it is recognised, which rows belong together, and what they mean. Pure. */
export type Format = {
  readonly name: FormatName;
  /** For people: `Shopify products`. */
  readonly title: string;
  /** 0 (another format) to 1 (certainly this one), by the columns alone. */
  readonly recognise: (header: Header) => number;
  /** The columns whose values show how the file writes decimals. */
  readonly numberColumns: (header: Header) => readonly string[];
  /**
   * What a row is known by. Rows that share a key belong to one group, wherever in the file they stand: a
   * variation has its parent's SKU as key, its parent has the same as its own. No key: the row belongs to the
   * row before it.
   */
  readonly keysOf: (header: Header) => (row: Row) => readonly string[];
  /** Measures that the file has and whose unit it does not say. */
  readonly unitless?: (header: Header) => readonly ('weight' | 'length')[];
  /** Attributes that the header itself defines: of our own file only. */
  readonly definitions?: (header: Header) => readonly AttributeDefinition[];
  /** The products of one group of rows, which come in the order of the file. */
  readonly read: (header: Header, context: ReadContext) => (rows: readonly Row[]) => readonly ProductRecord[];
};

/** What a format must know besides the file. */
export type ReadContext = {
  /** For prices without a currency of their own. */
  readonly currency: CurrencyCode;
  readonly now: Temporal.Instant;
  /** How a column writes decimals, found over its first values. */
  readonly markOf: (place: number) => DecimalMark | undefined;
  /**
   * The currency of the shop's market with this name or code, for columns such as `Price / International`.
   */
  readonly currencyOfMarket: (name: string) => CurrencyCode | undefined;
  /** The languages the shop is shown in. */
  readonly locales: readonly Locale[];
  /** For weights and lengths in files without units. */
  readonly weightUnit: 'kg' | 'lb' | 'g';
  readonly lengthUnit: 'cm' | 'in' | 'mm';
  /** The columns of a file that no format knows, by our field. */
  readonly mapping: Readonly<Record<string, string>>;
};
