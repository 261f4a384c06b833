import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';
import { statementName } from './statement-name.ts';
import type { Db } from './types.ts';

/**
 * Single statements that read, many at a time over a few connections: what is asked in one turn of the event loop goes
 * out in one write and is answered in one go, and PostgreSQL keeps the plan of each statement. A product page costs
 * half of what it costs over a pool, on both sides. Writes are refused by PostgreSQL, transactions by us.
 *
 * Plans are made anew by PostgreSQL after ANALYZE, also autovacuum's, and after a change of a table.
 */
export function connectReads(config: pg.ClientConfig, lanes = 3): Db {
  const open = Array.from({ length: lanes }, () => new Lane(config));
  const waiting: Waiting[] = [];
  const flush = () => {
    const batch = waiting.splice(0);
    const [first, ...others] = open;
    if (first) others.reduce((least, lane) => (lane.load < least.load ? lane : least), first).send(batch);
  };
  const query = (text: string, values: readonly unknown[]) => {
    if (NO_READ.test(text)) throw new TypeError(`not a single statement that reads: ${text.slice(0, 60)}`);
    const answer = Promise.withResolvers<pg.QueryResult>();
    if (waiting.push({ text, values, answer }) === 1) setImmediate(flush);
    return answer.promise;
  };
  // Every "connection" that Kysely acquires is this one: there is no state to keep apart.
  const client = { query, release: () => undefined };
  const end = async () => {
    await Promise.all(open.map((lane) => lane.end()));
  };
  const pool = { connect: async () => client, end } as unknown as PostgresPool;
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

type Waiting = {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly answer: PromiseWithResolvers<pg.QueryResult>;
};

const NO_READ = /^\s*(begin|start|commit|rollback|savepoint|release|set|listen)\b/i;
const READ_ONLY = '-c default_transaction_read_only=on';

/** One connection, opened when it is first needed and again after it was lost. */
class Lane {
  readonly #config: pg.ClientConfig;
  #client: Promise<pg.Client> | undefined;
  /** Statements not yet answered. */
  load = 0;

  constructor(config: pg.ClientConfig) {
    const options = [config.options ?? '', READ_ONLY].join(' ').trim();
    this.#config = { ...config, pipeline: true, options };
  }

  async send(batch: readonly Waiting[], isAgain = false): Promise<void> {
    this.load += batch.length;
    try {
      const opening = this.#open();
      const client = await opening;
      const { stream } = client.connection;
      // One write for all: to the kernel a write costs as much as PostgreSQL's work on a small statement.
      stream.cork();
      for (const asked of batch) {
        const { text, values, answer } = asked;
        client.query({ name: statementName(text), text, values: [...values] }).then(
          (result) => {
            this.load -= 1;
            answer.resolve(result);
          },
          (error) => {
            this.load -= 1;
            this.#fail(asked, error, isAgain, opening);
          },
        );
      }
      stream.uncork();
    } catch (error) {
      this.load -= batch.length;
      for (const { answer } of batch) answer.reject(error);
    }
  }

  #fail(asked: Waiting, error: unknown, isAgain: boolean, on: Promise<pg.Client>): void {
    const isAnswer = error instanceof pg.DatabaseError;
    const isEnd = !isAnswer || error.code?.startsWith('57P');
    if (isEnd && this.#client === on) {
      this.#client = undefined;
      // Mostly it is gone already; where it is not, nothing is sent on it any more.
      void on.then((client) => client.end());
    }
    // The connection went away before it was answered (a restart): what only reads may be asked again.
    if (isAnswer || isAgain) asked.answer.reject(error);
    else void this.send([asked], true);
  }

  async end(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    await client?.end();
  }

  #open(): Promise<pg.Client> {
    if (this.#client) return this.#client;
    const client = new pg.Client(this.#config);
    const opening = client.connect().then(() => client);
    const forget = () => {
      if (this.#client === opening) this.#client = undefined;
    };
    // What was under way on it is rejected by pg itself; the next batch opens another.
    client.on('error', forget).on('end', forget);
    opening.catch(forget);
    this.#client = opening;
    return opening;
  }
}
