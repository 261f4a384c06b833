import pg from 'pg';
import { type Db, type Tx, transact } from '../../database/index.ts';
import type { ApiProblem } from '../problem.ts';
import type { Claim, Reply } from './key.ts';
import {
  claimInTransaction,
  claimKey,
  completeKey,
  giveUpKey,
  keepInTransaction,
  keepRefusal,
} from './store.ts';

export type Once = { readonly reply: Reply; readonly isReplayed: boolean } | { readonly problem: ApiProblem };

const UNIQUE_VIOLATION = '23505';

/** Does `work` and keeps its answer in one transaction; a refusal (4xx) takes back what was done and is kept too. */
export async function onceInTransaction(
  db: Db,
  claim: Claim,
  work: (tx: Tx) => Promise<Reply>,
): Promise<Once> {
  try {
    return await inTransaction(db, claim, work);
  } catch (error) {
    // The same request committed between our look and our effect, which is undone: its answer is there now.
    if (isTaken(error)) return inTransaction(db, claim, work);
    throw error;
  }
}

/**
 * The look for the key and the work go out together: a repetition is rare, and what it does again is taken back with its
 * transaction.
 */
async function inTransaction(db: Db, claim: Claim, work: (tx: Tx) => Promise<Reply>): Promise<Once> {
  try {
    return await transact(db, async (tx, lastly): Promise<Once> => {
      const [looked, worked] = await Promise.allSettled([claimInTransaction(tx, claim), work(tx)]);
      if (looked.status === 'rejected') throw looked.reason;
      if (looked.value !== undefined) throw new Known(answerOf(looked.value));
      if (worked.status === 'rejected') throw worked.reason;
      if (worked.value.status >= 400) throw new Refused(worked.value);
      lastly(keepInTransaction(tx, claim, worked.value));
      return { reply: worked.value, isReplayed: false };
    });
  } catch (error) {
    if (error instanceof Known) return error.once;
    if (!(error instanceof Refused)) throw error;
    await keepRefusal(db, claim, error.reply);
    return { reply: error.reply, isReplayed: false };
  }
}

/** Does `work`, which has transactions of its own or calls others, between two rows: under way, and answered. */
export async function onceInTwoPhases(db: Db, claim: Claim, work: () => Promise<Reply>): Promise<Once> {
  const earlier = await claimKey(db, claim);
  if (earlier !== undefined) return answerOf(earlier);
  try {
    const reply = await work();
    await completeKey(db, claim, reply);
    return { reply, isReplayed: false };
  } catch (error) {
    await giveUpKey(db, claim);
    throw error;
  }
}

function answerOf(earlier: { readonly replay: Reply } | { readonly problem: ApiProblem }): Once {
  return 'replay' in earlier ? { reply: earlier.replay, isReplayed: true } : earlier;
}

/** Another request had the key: what this one did is taken back. */
class Known extends Error {
  readonly once: Once;

  constructor(once: Once) {
    super('known');
    this.once = once;
  }
}

class Refused extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super('refused');
    this.reply = reply;
  }
}

function isTaken(error: unknown): boolean {
  return (
    error instanceof pg.DatabaseError &&
    error.code === UNIQUE_VIOLATION &&
    error.constraint === 'idempotency_key_pkey'
  );
}
