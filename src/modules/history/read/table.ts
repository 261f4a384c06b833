import type { DecimalMark, OpenFile } from '../../exchange/index.ts';

/** A file of rows, whatever it is written in. */
export type Table = {
  /** For people: `utf-8, delimiter ";"`. */
  readonly about: string;
  readonly names: readonly string[];
  /** In the order of the file; a row's line is that of the file, of a Parquet file its number. */
  readonly batches: OpenFile['rows'];
  /** How a column writes decimals, as its first values show. */
  readonly markOf: (place: number) => DecimalMark | undefined;
  readonly close: () => Promise<void>;
};
