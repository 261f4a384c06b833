import { type DuckDBConnection, DuckDBDataChunk, DuckDBTypeId } from '@duckdb/node-api';
import { type Cell, cellOf, type Given, valueFor } from './cell.ts';

export type Row = Readonly<Record<string, Cell>>;

/** One connection to the warehouse: its statements run one after the other. */
export type Session = {
  /**
   * @returns the rows as objects by their columns' names; `Result` is the author's word on what the statement selects
   */
  readonly rows: <Result extends Row>(statement: string, given?: readonly Given[]) => Promise<Result[]>;
  /** @returns how many rows it changed */
  readonly run: (statement: string, given?: readonly Given[]) => Promise<number>;
  /**
   * Adds rows to a table (`name` or `schema.name`), each with a cell for every column in the table's order: the fast way
   * in, about a million cells a second. All of them, or none when one does not fit.
   */
  readonly append: (
    table: string,
    rows: Iterable<readonly Given[]> | AsyncIterable<readonly Given[]>,
  ) => Promise<number>;
};

// DuckDB's own size of a vector: a chunk holds no more.
const CHUNK = 2_048;

export function sessionOn(connection: DuckDBConnection): Session {
  return {
    rows: async <Result extends Row>(statement: string, given: readonly Given[] = []) => {
      const result = await connection.runAndReadAll(statement, given.map(valueFor));
      const names = result.deduplicatedColumnNames();
      const rowOf = (values: readonly Parameters<typeof cellOf>[0][]) =>
        Object.fromEntries(names.map((name, at) => [name, cellOf(values[at] ?? null)])) as Result;
      return result.getRows().map(rowOf);
    },
    run: async (statement, given = []) => (await connection.run(statement, given.map(valueFor))).rowsChanged,
    append: (table, rows) => append(connection, table, rows),
  };
}

async function append(
  connection: DuckDBConnection,
  table: string,
  rows: Iterable<readonly Given[]> | AsyncIterable<readonly Given[]>,
): Promise<number> {
  const [name = table, schema] = table.split('.').toReversed();
  const appender = await connection.createAppender(name, schema);
  const types = Array.from({ length: appender.columnCount }, (_, at) => appender.columnType(at));
  const isWide = types.map(({ typeId }) => WIDE.has(typeId));
  let count = 0;
  let batch: ReturnType<typeof valueFor>[][] = [];
  const flush = () => {
    if (batch.length === 0) return;
    const chunk = DuckDBDataChunk.create(types);
    chunk.setRows(batch);
    appender.appendDataChunk(chunk);
    count += batch.length;
    batch = [];
  };
  try {
    for await (const row of rows) {
      if (row.length !== types.length) {
        throw new RangeError(`${table} has ${types.length} columns, and a row has ${row.length}`);
      }
      batch.push(
        row.map((given, at) => (isWide[at] && typeof given === 'number' ? BigInt(given) : valueFor(given))),
      );
      if (batch.length === CHUNK) flush();
    }
    flush();
  } catch (error) {
    // What was appended and not yet flushed would be written when the appender closes.
    appender.clear();
    throw error;
  } finally {
    appender.closeSync();
  }
  return count;
}

const WIDE: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
]);
