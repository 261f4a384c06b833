import { constants } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWarehouse, type Warehouse } from '../../../platform/warehouse/index.ts';
import { BrokenFile, type Row } from '../../exchange/index.ts';
import type { Table } from './table.ts';

const MEMORY_MB = 256;
const PAGE = 8_192;
/** ASCII's unit separator, which is in no cell afterwards. */
const BETWEEN_CELLS = 31;

type Column = { readonly column_name: string; readonly column_type: string };

/**
 * Opens a Parquet file by way of a columnar database in a temporary folder, so that its rows come page by page and in their
 * order, and every cell as the text that a person would have typed.
 */
export async function openParquetTable(path: string): Promise<Table> {
  const folder = await mkdtemp(join(tmpdir(), 'institor-parquet-'));
  let warehouse: Warehouse | undefined;
  const close = async () => {
    await warehouse?.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const file = join(folder, 'source.parquet');
    await copyFile(path, file, constants.COPYFILE_FICLONE);
    warehouse = await openWarehouse({
      ...{ path: join(folder, 'rows.duckdb'), memoryMb: MEMORY_MB, threads: 2, readers: 1 },
    });
    const columns = await load(warehouse, file);
    const isNumber = columns.map(({ column_type }) => /INT|DOUBLE|FLOAT|DECIMAL/.test(column_type));
    return {
      about: 'Parquet',
      names: columns.map(({ column_name }) => column_name),
      batches: pages(warehouse, columns),
      markOf: (place) => (isNumber[place] ? '.' : undefined),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function load(warehouse: Warehouse, file: string): Promise<readonly Column[]> {
  try {
    await warehouse.change((session) =>
      session.run(`create table source as select * from read_parquet('${file.replaceAll("'", "''")}')`),
    );
  } catch (error) {
    // Of everything that can be wrong with a file DuckDB says what, and no more than that it is an Error.
    const [why = ''] = error instanceof Error ? error.message.split('\n') : [];
    throw new BrokenFile('not_parquet', `The file begins as Parquet and cannot be read: ${why}`);
  }
  return warehouse.rows<Column>('select column_name, column_type from (describe source)');
}

/** A row comes as one text, which is taken apart here: cell by cell it would take several times as long. */
async function* pages({ rows }: Warehouse, columns: readonly Column[]): Table['batches'] {
  const cells = columns.map(({ column_name: name, column_type: type }) => {
    const text = asText(`"${name.replaceAll('"', '""')}"`, type);
    return `coalesce(replace(${text}, chr(${BETWEEN_CELLS}), ''), '')`;
  });
  const separator = String.fromCharCode(BETWEEN_CELLS);
  const row = `concat_ws(chr(${BETWEEN_CELLS}), ${cells.join(', ')}) as cells`;
  for (let from = 0; ; from += PAGE) {
    const page = await rows<{ cells: string }>(
      `select ${row} from source where rowid >= $1 and rowid < $2 order by rowid`,
      [BigInt(from), BigInt(from + PAGE)],
    );
    if (page.length === 0) return;
    yield page.map(({ cells }, place): Row => ({ line: from + place + 1, cells: cells.split(separator) }));
  }
}

/**
 * Binary fractions as the shortest decimal that is them, without an exponent, and whole ones without a point: a table with
 * gaps keeps its customer numbers as such.
 */
function asText(name: string, type: string): string {
  if (!/^(DOUBLE|FLOAT)$/.test(type)) return `cast(${name} as varchar)`;
  return `case when isnan(${name}) then null
    when ${name} = trunc(${name}) and abs(${name}) < 1e15 then cast(cast(${name} as bigint) as varchar)
    when abs(${name}) < 0.001 then cast(cast(${name} as decimal(38, 12)) as varchar)
    else cast(${name} as varchar) end`;
}
