import pg from 'pg';
import type { Refusal, Result } from '../../kernel/index.ts';
import { type Lastly, runPipelined } from './pipelined-transaction.ts';
import type { Db, Tx } from './types.ts';

// Two transactions that cannot both go on (PostgreSQL, appendix A): one of them is asked to begin again.
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const MOST_ATTEMPTS = 4;

/**
 * Runs `work` in a transaction, whose statements go out together when they are asked together, and again when PostgreSQL ended it for the sake of another: nothing of it was kept then.
 * `work` must do nothing outside of the transaction. After four attempts the failure is thrown.
 */
export async function transact<Value>(
  db: Db,
  work: (tx: Tx, lastly: Lastly) => Promise<Value>,
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runPipelined(db, work, attempt);
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !isWorthAnother(error)) throw error;
    }
  }
}

/** The same for work that may be refused: a refusal leaves nothing of what was written before it. */
export async function transactOrRefuse<Value, Refused extends Refusal>(
  db: Db,
  work: (tx: Tx, lastly: Lastly) => Promise<Result<Value, Refused>>,
): Promise<Result<Value, Refused>> {
  let refused: Result<Value, Refused> | undefined;
  try {
    return await transact(db, async (tx, lastly) => {
      const result = await work(tx, lastly);
      if (result.ok) return result;
      refused = result;
      throw new RollBack();
    });
  } catch (error) {
    if (error instanceof RollBack && refused !== undefined) return refused;
    throw error;
  }
}

class RollBack extends Error {}

function isWorthAnother(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  return error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK_DETECTED;
}
