import { ok } from '../../../../kernel/index.ts';
import { isPublished, listProductIds, readProducts } from '../../../../modules/catalog/index.ts';
import { readShop, readStorefronts, sealLookPreview } from '../../../../modules/markets/index.ts';
import { readCollections } from '../../../../modules/merchandising/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { checkAddress } from '../address/check-address.ts';
import type { shopPlaceEndpoints } from '../contract/shop-place.ts';
import type { AdminDeps } from '../deps.ts';

const PREVIEW = { minutes: 30 };
/** Among the oldest products there is one that is shown. */
const LOOKED_AT = 30;

export function shopPlaceHandlers({ reads, secrets, place }: AdminDeps): Handlers<typeof shopPlaceEndpoints> {
  return {
    readShopAddress: async () => {
      const [{ baseUrl: kept }, fronts] = await Promise.all([readShop(reads), readStorefronts(reads)]);
      const { setting, listensAt, trustsProxy = false } = place;
      return ok({ kept, setting, listensAt, trustsProxy, prefixes: fronts.map(({ prefix }) => prefix) });
    },
    checkShopAddress: async ({ body: { address }, now }) => {
      const checked = await checkAddress(
        { secrets, guard: place.guard ?? {} },
        { address: address.trim(), now },
      );
      const { certificate, ...rest } = checked;
      return ok({
        ...rest,
        ...(certificate && {
          certificate: { ...certificate, validUntil: certificate.validUntil.toString() },
        }),
      });
    },
    previewLook: async ({ query: look, now }) => {
      const until = now.add(PREVIEW);
      const token = sealLookPreview(secrets, { look, until });
      return ok({ token, until: until.toString(), pages: await pagesToSee(reads, now) });
    },
  };
}

/** One page of each kind that tells templates apart. */
async function pagesToSee(db: Db, now: Temporal.Instant) {
  const [collections, ids] = await Promise.all([
    readCollections(db),
    listProductIds(db, { limit: LOOKED_AT }),
  ]);
  const collection = collections.find((one) => one.isPublished);
  const product = (await readProducts(db, ids)).find((one) => isPublished(one, now));
  return [
    { kind: 'home' as const, path: '/' },
    ...(collection ? [{ kind: 'listing' as const, path: `/collections/${collection.handle}` }] : []),
    ...(product ? [{ kind: 'product' as const, path: `/products/${product.handle}` }] : []),
  ];
}
