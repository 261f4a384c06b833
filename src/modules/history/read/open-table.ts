import { open } from 'node:fs/promises';
import { openCsvTable } from './csv-table.ts';
import { openParquetTable } from './parquet-table.ts';
import type { Table } from './table.ts';

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
