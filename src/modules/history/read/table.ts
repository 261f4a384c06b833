import { open } from 'node:fs/promises';
import type { DecimalMark, OpenFile } from '../../exchange/index.ts';
import { openCsvTable } from './csv-table.ts';
import { openParquetTable } from './parquet-table.ts';

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

/** @throws BrokenFile when it is no table: nothing of it can be read */
export async function openTable(path: string): Promise<Table> {
  return (await isParquet(path)) ? openParquetTable(path) : openCsvTable(path);
}

/** By the four letters that it begins with (Apache Parquet, file format). */
async function isParquet(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString('latin1') === 'PAR1';
  } finally {
    await file.close();
  }
}
