import { ok, refuse } from '../../../kernel/index.ts';
import { joinWaitlist } from '../../../modules/waitlist/index.ts';
import type { Handlers } from '../../../platform/api/index.ts';
import type { waitlistEndpoints } from './contract/waitlist.ts';
import type { Shopfronts } from './shopfronts.ts';

export function waitlistHandlers({
  fronts,
}: {
  readonly fronts: () => Shopfronts;
}): Handlers<typeof waitlistEndpoints> {
  return {
    joinWaitlist: async ({ body: { variantId, email, storefront }, now, tx }) => {
      const front = fronts().get(storefront);
      if (front === undefined) {
        const message = `no storefront has the prefix "${storefront}": see /markets`;
        return refuse('unknown_storefront', message, 'storefront');
      }
      const { market, locale } = front;
      const joined = await joinWaitlist(tx, { variantId, email, market: market.code, locale, now });
      return joined.ok ? ok({ isDone: true }) : joined;
    },
  };
}
