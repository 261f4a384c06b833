import { open } from 'node:fs/promises';
import { BrokenFile } from '../../exchange/index.ts';
import { openCsvTable } from './csv-table.ts';
import { openParquetTable } from './parquet-table.ts';
import type { Table } from './table.ts';
import { openXlsxTable } from './xlsx-table.ts';

/** @throws BrokenFile when it is no table: nothing of it can be read */
export async function openTable(path: string): Promise<Table> {
  const first = await firstBytes(path);
  if (first === PARQUET) return openParquetTable(path);
  if (first === ZIP) return openXlsxTable(path);
  if (first === OLE) throw new BrokenFile('old_workbook', OLD_WORKBOOK);
  return openCsvTable(path);
}

// Apache Parquet, file format; PKWARE, APPNOTE 4.3.7; MS-CFB 2.2: old workbooks, and new ones behind a password.
const [PARQUET, ZIP, OLE] = ['PAR1', 'PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0'];
const OLD_WORKBOOK =
  'This workbook is of an old kind (.xls), or has a password: save it as .xlsx without one.';

async function firstBytes(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}
