import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { type CategoryId, readCategories, type VariantId } from '../../catalog/index.ts';
import { defaultLocation, type LocationId } from '../../inventory/index.ts';
import { readShop } from '../../markets/index.ts';
import { type Policy, type PolicyPart, policyFrom } from '../policy/policy.ts';
import { keyOf, readPolicyParts } from '../policy/store.ts';

/** What holds for a whole look at the shop, read once. */
export type Ground = {
  readonly today: Temporal.PlainDate;
  readonly currency: CurrencyCode;
  readonly locationId: LocationId;
  readonly parts: ReadonlyMap<string, PolicyPart>;
  readonly categories: ReadonlyMap<string, CategoryId>;
  readonly now: Temporal.Instant;
};

export async function readGround(db: Db, now: Temporal.Instant): Promise<Ground> {
  const [shop, location, parts, categories] = await Promise.all([
    readShop(db),
    defaultLocation(db),
    readPolicyParts(db),
    readCategories(db),
  ]);
  return {
    today: now.toZonedDateTimeISO(shop.timeZone).toPlainDate(),
    ...{ currency: shop.defaultCurrency, locationId: location.id, parts, now },
    categories: new Map(categories.map(({ path, id }) => [path, id])),
  };
}

/**
 * The policies of a look at the shop: what a variant says for itself, else what its nearest category says, else the shop. Variants
 * with nothing of their own have one in common.
 */
export function policiesOf({ parts, categories }: Ground) {
  const shared = new Map<string, Policy>();
  const partsOf = (path: string): PolicyPart[] => {
    const nearest = path === '' ? [] : path.split('/');
    // `home/kitchen/mugs`, then `home/kitchen`, then `home`.
    const paths = nearest.map((_, index) => nearest.slice(0, nearest.length - index).join('/'));
    const scopes = paths.flatMap((one) => {
      const category = categories.get(one);
      return category === undefined ? [] : [keyOf({ kind: 'category', id: category })];
    });
    return [...scopes, keyOf({ kind: 'shop' })].flatMap((key) => parts.get(key) ?? []);
  };
  return (id: VariantId, path = ''): Policy => {
    const own = parts.get(keyOf({ kind: 'variant', id }));
    if (own !== undefined) return policyFrom([own, ...partsOf(path)]);
    const policy = shared.get(path) ?? policyFrom(partsOf(path));
    shared.set(path, policy);
    return policy;
  };
}
