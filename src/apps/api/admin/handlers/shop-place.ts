import { ok } from '../../../../kernel/index.ts';
import { readShop, readStorefronts } from '../../../../modules/markets/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { checkAddress } from '../address/check-address.ts';
import type { shopPlaceEndpoints } from '../contract/shop-place.ts';
import type { AdminDeps } from '../deps.ts';

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
  };
}
