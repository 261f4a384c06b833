import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type Row, type Session, sessionOn } from './session.ts';

/**
 * A columnar database of one process: what reports are computed from. Everything in it comes from elsewhere and can be
 * made again.
 */
export type Warehouse = {
  /** Reads, beside other reads and a change under way; sees what was committed when it began. */
  readonly rows: Session['rows'];
  /** Changes in one transaction, one change at a time. What throws leaves nothing behind. */
  readonly change: <Result>(work: (session: Session) => Promise<Result>) => Promise<Result>;
  /**
   * Gives back what memory nothing needs just now: pages that were read, and the temporary tables of changes. Waits for what is
   * under way; reads that come meanwhile wait for it.
   */
  readonly letGo: () => Promise<void>;
  /** Ends when everything under way has. */
  readonly close: () => Promise<void>;
};

export type WarehouseOptions = {
  /** The file; without it the warehouse lives in memory. */
  readonly path?: string;
  readonly memoryMb: number;
  readonly threads: number;
  /** Reads at the same time; each takes memory of its own. */
  readonly readers?: number;
};

/** @throws Error when the file is another process's at the moment, or no warehouse */
export async function openWarehouse(options: WarehouseOptions): Promise<Warehouse> {
  const { path = ':memory:', memoryMb, threads, readers = 2 } = options;
  const instance = await DuckDBInstance.create(path, {
    memory_limit: `${memoryMb}MB`,
    threads: String(threads),
    // Nothing is fetched from anywhere; what is needed is linked in: icu, json, parquet.
    autoinstall_known_extensions: 'false',
  });
  let writer = await instance.connect();
  await writer.run("set global timezone = 'UTC'");
  const reading = await Promise.all(Array.from({ length: readers }, () => instance.connect()));
  const free = reading.map(sessionOn);
  const waiting: ((session: Session) => void)[] = [];
  const underWay = new Set<Promise<unknown>>();
  let lastChange: Promise<unknown> = Promise.resolve();
  const keep = <Result>(promise: Promise<Result>): Promise<Result> => {
    underWay.add(promise);
    // Whoever awaits it hears of its failure; here it only ends.
    void promise.then(
      () => underWay.delete(promise),
      () => underWay.delete(promise),
    );
    return promise;
  };
  const take = async (): Promise<Session> => free.pop() ?? new Promise((resolve) => waiting.push(resolve));
  const giveBack = (session: Session) => {
    const next = waiting.shift();
    if (next) next(session);
    else free.push(session);
  };
  const change: Warehouse['change'] = (work) => {
    const before = lastChange;
    const changing = (async () => {
      await before.catch(() => undefined);
      return inTransaction(sessionOn(writer), work);
    })();
    lastChange = changing;
    return keep(changing);
  };
  const letGo = async () => {
    const before = lastChange;
    const taken = await Promise.all(Array.from({ length: readers }, take));
    await before.catch(() => undefined);
    try {
      // Temporary tables go with their connection.
      writer.closeSync();
      writer = await instance.connect();
      await lower(writer, memoryMb);
    } finally {
      for (const session of taken) giveBack(session);
    }
  };
  return {
    rows: <Result extends Row>(statement: string, given?: Parameters<Session['rows']>[1]) =>
      keep(take().then((session) => session.rows<Result>(statement, given).finally(() => giveBack(session)))),
    change,
    letGo: () => {
      const going = letGo();
      lastChange = going;
      return keep(going);
    },
    close: async () => {
      await Promise.allSettled(underWay);
      for (const connection of [...reading, writer]) connection.closeSync();
      instance.closeSync();
    },
  };
}

const LEAST_MB = [48, 128, 256];

/** A lower limit makes DuckDB hand back to the system what it holds beyond it; then the limit is what it was. */
async function lower(writer: DuckDBConnection, memoryMb: number): Promise<void> {
  for (const least of LEAST_MB) {
    const isLow = await writer.run(`set global memory_limit = '${least}MB'`).then(
      () => true,
      // So much cannot be given back: what says where the tables are, which grows with them.
      () => false,
    );
    if (isLow) break;
  }
  await writer.run(`set global memory_limit = '${memoryMb}MB'`);
}

async function inTransaction<Result>(
  session: Session,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  await session.run('begin transaction');
  try {
    const result = await work(session);
    await session.run('commit');
    return result;
  } catch (error) {
    await session.run('rollback');
    throw error;
  }
}
