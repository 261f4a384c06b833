import type { AnalyticsClient } from '../../analytics/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { packedItem } from '../make/item.ts';
import { fingerprintOf } from './fingerprint.ts';
import { factsReader, type ItemSources, orderOf, type Told } from './item-facts.ts';
import type { MarkedPage } from './make-drafts.ts';
import type { Good } from './read-goods.ts';
import { itemReader, PAGE } from './read-items.ts';

export type Marked = {
  /** Everything that is forecast, the most wanted first. */
  readonly order: readonly VariantId[];
  /** How many of them have another past or other plans than before. */
  readonly changed: number;
  /** The next page of those, with their days. */
  readonly next: () => Promise<MarkedPage | undefined>;
};

/**
 * What is to be forecast anew, page by page.
 *
 * @param kept of each good the fingerprint of what its forecast was made of; undefined: all are to be made
 * @throws Error when the warehouse does not answer
 */
export async function readMarked(
  sources: ItemSources & { readonly analytics: Pick<AnalyticsClient, 'readDemandMarks'> },
  kept: ReadonlyMap<string, string> | undefined,
): Promise<Marked> {
  const { analytics, past, goods } = sources;
  const span = { from: past.from, to: past.from.add({ days: 7 * past.weeks - 1 }) };
  const marks = await analytics.readDemandMarks(span);
  if (!marks.ok) throw new Error(marks.refusal.message);
  const order = orderOf(marks.value, goods);
  const tell = await factsReader(sources, marks.value);
  const read = await itemReader(sources);
  const goodsOf = (ids: readonly VariantId[]) => ids.flatMap((id) => goods.goods.get(id) ?? []);
  const markOf = ({ good, facts }: Told) => fingerprintOf(good, facts, past);
  const changed: Good[] = [];
  for (let from = 0; from < order.length; from += PAGE) {
    const page = goodsOf(order.slice(from, from + PAGE));
    // Facts of all are more than fits into memory: those of what is made are read again when it is its turn.
    const isChanged = (told: Told) => kept?.get(told.good.variantId) !== markOf(told);
    changed.push(...(kept ? (await tell(page)).filter(isChanged).map(({ good }) => good) : page));
  }
  let at = 0;
  const next = async () => {
    const page = changed.slice(at, at + PAGE);
    at += PAGE;
    if (page.length === 0) return undefined;
    const told = await tell(page);
    const known = await read(told);
    return told.flatMap((one, index) => {
      const own = known[index];
      if (own === undefined) return [];
      return [{ ...own, item: packedItem(own.item), fingerprint: markOf(one) }];
    });
  };
  return { order, changed: changed.length, next };
}
