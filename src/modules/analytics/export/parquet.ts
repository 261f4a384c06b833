import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWarehouse } from '../../../platform/warehouse/index.ts';
import { quoted } from '../reports/asked.ts';
import type { Cell, Column, ExportSheet } from './export-sheet.ts';

/**
 * Apache Parquet, written by DuckDB: names of columns are ids, days are dates, money decimals of the most digits that a
 * currency in it has. The query and the definitions are in the file's metadata.
 */
export async function parquetFile(sheet: ExportSheet): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'institor-export-'));
  const [lines, file] = [join(folder, 'rows.ndjson'), join(folder, 'rows.parquet')];
  const warehouse = await openWarehouse({ memoryMb: 128, threads: 1, readers: 1 });
  try {
    await writeFile(lines, sheet.rows.map((row) => JSON.stringify(recordOf(sheet, row))).join('\n'));
    const types = sheet.columns.map(
      (column, at) => `${quoted(column.id)}: ${quoted(typeOf(sheet, column, at))}`,
    );
    const kept = `query: ${quoted(sheet.query)}, ${sheet.definitions
      .map(({ id, about }) => `"${id}": ${quoted(about)}`)
      .join(', ')}`;
    await warehouse.change((session) =>
      session.run(`copy (select * from read_json(${quoted(lines)}, format = 'newline_delimited',
          columns = {${types.join(', ')}}))
        to ${quoted(file)} (format parquet, compression zstd, kv_metadata {${kept}})`),
    );
    return await readFile(file);
  } finally {
    await warehouse.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function recordOf({ columns }: ExportSheet, row: readonly Cell[]): Record<string, unknown> {
  return Object.fromEntries(columns.map(({ id, kind }, at) => [id, writtenOf(row[at], kind)]));
}

function writtenOf(cell: Cell, kind: Column['kind']): string | number | null {
  if (cell === undefined) return null;
  if ('text' in cell) return kind === 'hour' ? cell.text.replace('T', ' ') : cell.text;
  if ('decimal' in cell) return cell.decimal;
  return typeof cell.number === 'bigint' ? cell.number.toString() : cell.number;
}

function typeOf({ rows }: ExportSheet, { kind }: Column, at: number): string {
  if (kind === 'text') return 'varchar';
  if (kind === 'day') return 'date';
  if (kind === 'hour') return 'timestamp';
  if (kind === 'count') return 'bigint';
  if (kind !== 'money') return 'double';
  const digits = rows.map((row) => row[at]).map((cell) => (cell && 'digits' in cell ? cell.digits : 0));
  return `decimal(38, ${digits.reduce((most, one) => Math.max(most, one), 2)})`;
}
