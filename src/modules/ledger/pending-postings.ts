import type { Tx } from '../../platform/database/index.ts';
import { postAll, postNew } from './post.ts';
import type { Transaction } from './transaction.ts';

/** What is to be posted in a database transaction, gathered from those who know of it, so that one statement posts it. */
export class PendingPostings {
  #waiting: Transaction[] = [];

  /** To be posted with what comes after it. Whoever opened the database transaction posts the rest at its end. */
  add(...transactions: readonly Transaction[]): void {
    this.#waiting.push(...transactions);
  }

  /** Posts all that wait; no statement when there is nothing. */
  async post(tx: Tx): Promise<void> {
    await postAll(tx, this.#take());
  }

  /** Posts these and all that wait, none of which can be there yet (`postNew`). */
  async postNew(tx: Tx, ...transactions: readonly Transaction[]): Promise<void> {
    await postNew(tx, [...this.#take(), ...transactions]);
  }

  #take(): Transaction[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting;
  }
}
