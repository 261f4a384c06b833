import { randomBytes } from 'node:crypto';
import type { Db } from '../../../platform/database/index.ts';
import { readSalts } from '../store/salts.ts';
import { dayOf } from '../store/take-in.ts';

export type LiveSalts = { readonly today: Buffer; readonly yesterday: Buffer | undefined };

/** The salts that hashes are made with now: asked of the database once a day. */
export class Salts {
  readonly #db: Db;
  #day = '';
  #live: Promise<LiveSalts> | undefined;

  constructor(db: Db) {
    this.#db = db;
  }

  live(now: Temporal.Instant): Promise<LiveSalts> {
    const day = dayOf(now);
    if (day === this.#day && this.#live) return this.#live;
    const asked = readSalts(this.#db, { day, fresh: randomBytes(32) });
    this.#day = day;
    this.#live = asked;
    // Asked again by the next request; whoever waits for this one hears of the failure.
    asked.catch(() => {
      if (this.#live === asked) this.#live = undefined;
    });
    return asked;
  }
}
