import type { ItemSources } from './item-facts.ts';
import type { KnownItem } from './known-item.ts';
import { readGoods } from './read-goods.ts';
import { readItems } from './read-items.ts';

/**
 * What was wanted of everything that lies somewhere, page by page, the most wanted first: orders of here and elsewhere, days
 * without stock told apart. Days count from the first of the past on.
 *
 * @throws Error when the warehouse does not answer
 */
export async function* readDemandItems(
  input: Omit<ItemSources, 'goods'>,
): AsyncGenerator<readonly KnownItem[]> {
  yield* readItems({ ...input, goods: await readGoods(input.db) });
}
