import { expectOk } from '../../kernel/index.ts';
import type { ProductId } from '../../modules/catalog/index.ts';
import { readSynonyms, saveSearchRule, saveSynonym } from '../../modules/search/index.ts';
import type { Connection } from '../../platform/database/index.ts';
import type { World } from '../world/demo-world.ts';
import { idsOf } from './save-relations.ts';
import { transact } from './transact.ts';

/** Synonyms and search rules that are not there yet. */
export async function saveSearchWords(
  connection: Connection,
  world: World,
  productIds: ReadonlyMap<string, ProductId>,
): Promise<void> {
  await transact(connection, async (tx) => {
    const known = new Set((await readSynonyms(tx)).map(keyOf));
    for (const synonym of world.synonyms) {
      if (!known.has(keyOf(synonym))) expectOk(await saveSynonym(tx, synonym));
    }
    for (const { pinned, ...rule } of world.searchRules) {
      const saved = await saveSearchRule(tx, { ...rule, pinned: idsOf(pinned, productIds) });
      // A query has one rule: one that is there, the manager's own perhaps, stays.
      if (!saved.ok && saved.refusal.code !== 'query_taken') expectOk(saved);
    }
  });
}

function keyOf(synonym: { readonly locale: string; readonly words: readonly string[] }): string {
  return `${synonym.locale}: ${synonym.words.join(', ')}`;
}
