import { ok, type Refusal, type Result, refuse } from '../../../../kernel/index.ts';
import type { VariantId } from '../../../../modules/catalog/index.ts';
import { readLocations, type StockRefusal, setOnHand } from '../../../../modules/inventory/index.ts';
import { type PriceRefusal, removePrices, setPrices } from '../../../../modules/pricing/index.ts';
import type { Asked } from '../../../../platform/api/index.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import type { productEditorEndpoints } from '../contract/product-editor.ts';

export type VariantSent = NonNullable<
  Asked<typeof productEditorEndpoints.createProduct>['body']['variants']
>[number];

export type OfferRefusal = Refusal<PriceRefusal['code'] | StockRefusal['code'] | 'unknown_location'>;

type Saved = readonly { readonly id: VariantId }[];
type By = { readonly now: Temporal.Instant; readonly actor: string };

/** Prices and counts that were sent with a product's variants, whose ids are known now: all of them or a refusal. */
export async function saveOffer(
  tx: Tx,
  sent: readonly VariantSent[],
  saved: Saved,
  by: By,
): Promise<Result<undefined, OfferRefusal>> {
  const offered = sent.flatMap((variant, index) => {
    const id = saved[index]?.id;
    return id === undefined ? [] : [{ ...variant, id, index }];
  });
  const priced = await savePrices(tx, offered, by);
  return priced.ok ? saveCounts(tx, offered, by) : priced;
}

type Offered = readonly (Omit<VariantSent, 'id'> & { readonly id: VariantId; readonly index: number })[];

async function savePrices(tx: Tx, offered: Offered, { now }: By): Promise<Result<undefined, OfferRefusal>> {
  const prices = offered.flatMap(({ id, index, prices: own = [] }) =>
    own.map(({ price, compareAt }) => {
      const about = { variantId: id, currency: price.currency, compareAtMinor: compareAt?.minor };
      return { index, price: { ...about, amountMinor: price.minor } };
    }),
  );
  for (const { id, removedPrices = [] } of offered) {
    for (const currency of removedPrices) {
      await removePrices(tx, { variantIds: [id], currency, now, reason: 'edit' });
    }
  }
  const { refused } = await setPrices(tx, { prices: prices.map(({ price }) => price), now, reason: 'edit' });
  const [first] = refused;
  if (first === undefined) return ok(undefined);
  const index = prices.find(({ price }) => price === first.price)?.index ?? 0;
  return refuse(first.refusal.code, first.refusal.message, `variants[${index}].prices`);
}

async function saveCounts(
  tx: Tx,
  offered: Offered,
  { now, actor }: By,
): Promise<Result<undefined, OfferRefusal>> {
  const counts = offered.flatMap(({ id, index, onHand = [] }) =>
    onHand.map((one) => ({
      index,
      count: { variantId: id, locationId: one.locationId, onHand: one.onHand },
    })),
  );
  if (counts.length === 0) return ok(undefined);
  const known = new Set((await readLocations(tx)).map(({ id }) => id));
  const strange = counts.find(({ count }) => !known.has(count.locationId));
  if (strange !== undefined) {
    return refuse('unknown_location', 'no location has this id', `variants[${strange.index}].onHand`);
  }
  const given = counts.map(({ count }) => count);
  const { refused } = await setOnHand(tx, { counts: given, now, reason: 'count', reference: actor });
  const [first] = refused;
  if (first === undefined) return ok(undefined);
  const index = counts.find(({ count }) => count.variantId === first.count.variantId)?.index ?? 0;
  return refuse(first.refusal.code, first.refusal.message, `variants[${index}].onHand`);
}
