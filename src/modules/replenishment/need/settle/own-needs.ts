import { setImmediate } from 'node:timers/promises';
import { type Db, transact } from '../../../../platform/database/index.ts';
import type { VariantId } from '../../../catalog/index.ts';
import { factsKeys } from '../facts-key.ts';
import type { Ground } from '../ground.ts';
import { keptNeed } from '../kept-need.ts';
import type { Adjustment } from '../need.ts';
import { needOf } from '../need-of.ts';
import { keepNeeds, lockNeeds, readKept } from '../needs-store.ts';
import { readKnown } from '../read-needs.ts';
import type { OwnNeed } from './within-limits.ts';

const [PAGE, AT_A_STRETCH] = [100, 20];

/** What it was worked out from, beside. */
export type KeyedNeed = OwnNeed & { readonly key: string };

/** Works needs out as they are by themselves, page by page; other work goes on in between. */
export async function* readOwnNeeds(
  db: Db,
  variantIds: readonly VariantId[],
  { ground, isAdjusted }: { readonly ground: Ground; readonly isAdjusted: boolean },
): AsyncGenerator<readonly KeyedNeed[]> {
  const keyOf = factsKeys(ground);
  for (let at = 0; at < variantIds.length; at += PAGE) {
    const known = await readKnown(db, variantIds.slice(at, at + PAGE), ground, { isAdjusted });
    const needs: KeyedNeed[] = [];
    for (const about of known.values()) {
      const { facts, source, stored } = about;
      if (facts === undefined || source === undefined) continue;
      if (needs.length % AT_A_STRETCH === AT_A_STRETCH - 1) await setImmediate();
      needs.push({ facts, quantity: needOf(facts).quantity, key: keyOf({ ...about, source }, stored) });
    }
    yield needs;
  }
}

/** Keeps what needs together have made of these, those left out that have changed since they were read. */
export async function keepAdjusted(
  db: Db,
  needs: readonly KeyedNeed[],
  { changed, ground }: { readonly changed: ReadonlyMap<number, Adjustment>; readonly ground: Ground },
): Promise<void> {
  const some = [...changed].flatMap(([index, adjustment]) => {
    const need = needs[index];
    return need === undefined ? [] : [{ ...need, adjustment }];
  });
  for (let at = 0; at < some.length; at += PAGE) {
    const page = some.slice(at, at + PAGE);
    const ids = page.map(({ facts }) => facts.variantId);
    await transact(db, async (tx) => {
      await lockNeeds(tx, ids);
      const kept = await readKept(tx, ids);
      const still = page.filter(({ facts, key }) => kept.get(facts.variantId)?.key === key);
      const adjusted = still.map(({ facts, adjustment, key }) => {
        return { ...keptNeed(needOf({ ...facts, adjustment }), ground.currency), adjustment, key };
      });
      await keepNeeds(tx, adjusted, ground.now);
    });
    await setImmediate();
  }
}
