import type { Header, Issue, Row } from '../../exchange/index.ts';
import type { classifier } from '../classes/class-of.ts';
import type { LineDraft } from '../history-line.ts';
import type { CellContext } from './cells.ts';

export type FormatName = 'shopify' | 'woocommerce' | 'mapped';

/** A kind of file with orders: how it is recognised, which rows are one document, and what they mean. Pure. */
export type OrderFormat = {
  readonly name: FormatName;
  /** For people: `Shopify orders`. */
  readonly title: string;
  /** By its columns alone. */
  readonly recognise: (header: Header) => boolean;
  /** The document of a row, '' where it does not say; rows with one document that follow each other are read together. */
  readonly documentOf: (header: Header) => (row: Row) => string;
  /** Each row is read by itself, wherever in the file the others of its document stand. */
  readonly isRowByRow: boolean;
  readonly read: (header: Header, context: FormatContext) => (rows: readonly Row[]) => Reading;
};

/** What a format must know besides the file. */
export type FormatContext = CellContext & {
  readonly classOf: ReturnType<typeof classifier>;
};

/** An error keeps its whole document out; a warning does not. */
export type Reading = { readonly lines: readonly LineDraft[]; readonly issues: readonly Issue[] };
