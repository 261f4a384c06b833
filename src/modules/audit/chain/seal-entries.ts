import { type Db, transact } from '../../../platform/database/index.ts';
import { insertSeals, lockChain, type Seal, selectLastSeal, selectUnsealed } from '../store.ts';
import { FIRST_SEAL, sealOf } from './seal.ts';

const BATCH = 1_000;

/**
 * Seals what waits, in the order of what happened; what commits late is sealed later than what happened after it.
 *
 * @returns how many were sealed
 */
export async function sealEntries(db: Db, signal?: AbortSignal): Promise<number> {
  let sealed = 0;
  while (!signal?.aborted) {
    const count = await sealBatch(db);
    sealed += count;
    if (count < BATCH) break;
  }
  return sealed;
}

function sealBatch(db: Db): Promise<number> {
  return transact(db, async (tx) => {
    await lockChain(tx);
    const last = await selectLastSeal(tx);
    let { position, hash } = last ?? { position: 0n, hash: FIRST_SEAL };
    const seals: Seal[] = [];
    for (const entry of await selectUnsealed(tx, BATCH)) {
      position += 1n;
      hash = sealOf(hash, position, entry);
      seals.push({ position, entryId: entry.id, hash });
    }
    if (seals.length > 0) await insertSeals(tx, seals);
    return seals.length;
  });
}
