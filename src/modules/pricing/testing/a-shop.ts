import { idFrom } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { saveProducts, type VariantId } from '../../catalog/index.ts';

export const START: Temporal.Instant = Temporal.Instant.from('2026-01-01T00:00:00Z');

/** Midnight of a day of the test, or some hours after it. */
export function day(number: number, hours = 0): Temporal.Instant {
  return START.add({ hours: 24 * number + hours });
}

/** Ten products of one variant each in a test's database. */
export async function aShop(db: Db): Promise<{
  readonly write: <Value>(run: (tx: Tx) => Promise<Value>) => Promise<Value>;
  readonly variant: (index: number) => VariantId;
}> {
  const write = <Value>(run: (tx: Tx) => Promise<Value>) => db.transaction().execute(run);
  const drafts = Array.from({ length: 10 }, (_, index) => ({ handle: `p${index}`, title: `P ${index}` }));
  const saved = await write((tx) => saveProducts(tx, { drafts, now: START, cause: 'test' }));
  const ids = saved.flatMap((one): VariantId[] => ('refusal' in one ? [] : one.variants.map(({ id }) => id)));
  return { write, variant: (index) => ids[index] ?? idFrom(0, new Uint8Array(10)) };
}
