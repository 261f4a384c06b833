import type { Db } from '../../../platform/database/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { type Brought, takeIn } from '../store/take-in.ts';

/** As many events as wait make the log be written before its minute is over. */
const LOGGED_AT = 5_000;
/** Events that may wait for the database: some seconds' worth. */
const MOST_WAITING = 20_000;
const MOST_AT_ONCE = 10_000;

type Waiting = { readonly brought: Brought; readonly done: PromiseWithResolvers<true> };

/**
 * Commits what requests bring in groups: those of one moment, and all that came while the last group was written, are one
 * statement and one flush of the disk. When too much waits it says so at once, and the sender keeps it.
 */
export class Intake {
  readonly #db: Db;
  readonly #mostWaiting: number;
  readonly #waiting: Waiting[] = [];
  #events = 0;
  #isWriting = false;
  #sinceLog = 0;

  constructor(db: Db, { mostWaiting = MOST_WAITING }: { readonly mostWaiting?: number } = {}) {
    this.#db = db;
    this.#mostWaiting = mostWaiting;
  }

  /**
   * Resolves when it is committed; to `false`, with nothing kept, when too much waits.
   *
   * @throws pg.DatabaseError and what else keeps a database from answering: nothing was kept
   */
  async take(brought: Brought): Promise<boolean> {
    const events = countOf(brought);
    if (this.#events + events > this.#mostWaiting) return false;
    this.#events += events;
    const done = Promise.withResolvers<true>();
    this.#waiting.push({ brought, done });
    if (!this.#isWriting) {
      this.#isWriting = true;
      setImmediate(() => void this.#write());
    }
    return done.promise;
  }

  async #write(): Promise<void> {
    for (let group = this.#next(); group.length > 0; group = this.#next()) {
      const brought = together(group.map((one) => one.brought));
      try {
        await this.#commit(brought);
        for (const { done } of group) done.resolve(true);
      } catch (error) {
        for (const { done } of group) done.reject(error);
      }
      this.#events -= countOf(brought);
    }
    this.#isWriting = false;
  }

  #next(): Waiting[] {
    let events = 0;
    const end = this.#waiting.findIndex(({ brought }) => {
      events += countOf(brought);
      return events > MOST_AT_ONCE;
    });
    return this.#waiting.splice(0, end < 0 ? this.#waiting.length : Math.max(1, end));
  }

  async #commit(brought: Brought): Promise<void> {
    this.#sinceLog += brought.lines.length;
    if (this.#sinceLog < LOGGED_AT) return takeIn(this.#db, brought);
    await this.#db.transaction().execute(async (tx) => {
      await takeIn(tx, brought);
      await enqueue(tx, 'collector.log_events', {}, { key: 'collector.log_events', priority: 10 });
    });
    this.#sinceLog = 0;
  }
}

function countOf({ lines, suspect, dropped }: Brought): number {
  return lines.length + suspect.length + dropped.length;
}

function together(group: readonly Brought[]): Brought {
  const [first] = group;
  if (first === undefined) throw new RangeError('a group has at least one request');
  if (group.length === 1) return first;
  return {
    arrivedAt: first.arrivedAt,
    lines: group.flatMap(({ lines }) => lines),
    suspect: group.flatMap(({ suspect }) => suspect),
    dropped: group.flatMap(({ dropped }) => dropped),
  };
}
