import type { AnalyticsClient } from '../../analytics/index.ts';
import { factsReader, type ItemSources, orderOf } from './item-facts.ts';
import type { KnownItem } from './known-item.ts';
import { readGoods } from './read-goods.ts';
import { itemReader, PAGE, readItems } from './read-items.ts';

/**
 * What was wanted of everything that lies somewhere, page by page, the most wanted first: orders of here and elsewhere, days
 * without stock told apart. Days count from the first of the past on. In memory is one page, however many there are.
 *
 * @param input.analytics with marks each page is asked for by its goods; without, each is looked for among all that was sold
 * @throws Error when the warehouse does not answer
 */
export async function* readDemandItems(
  input: Omit<ItemSources, 'goods'> & {
    readonly analytics: Partial<Pick<AnalyticsClient, 'readDemandMarks'>>;
  },
): AsyncGenerator<readonly KnownItem[]> {
  const { analytics, past } = input;
  const sources = { ...input, goods: await readGoods(input.db) };
  const span = { from: past.from, to: past.from.add({ days: 7 * past.weeks - 1 }) };
  const marks = await analytics.readDemandMarks?.(span);
  if (marks === undefined) {
    yield* readItems(sources);
    return;
  }
  if (!marks.ok) throw new Error(marks.refusal.message);
  const order = orderOf(marks.value, sources.goods);
  const [tell, read] = [await factsReader(sources, marks.value), await itemReader(sources)];
  for (let from = 0; from < order.length; from += PAGE) {
    const page = order.slice(from, from + PAGE).flatMap((id) => sources.goods.goods.get(id) ?? []);
    yield await read(await tell(page));
  }
}
