import { z } from 'zod';
import { endpoint, id, text } from '../../../../platform/api/index.ts';
import { storefront } from './catalogue.ts';

export const waitlistEndpoints = {
  joinWaitlist: endpoint({
    ...{ group: 'Catalogue', audience: 'public', rate: 'guess', method: 'POST', path: '/waitlist' },
    summary: 'Ask to be told when a variant is back',
    description:
      'For a variant that is sold out. The address gets one mail, in the language of the storefront, when the variant can ' +
      'be bought again and its turn has come; it is used for nothing else and erased then, or after 180 days. Say so ' +
      'where you ask for it. The answer is the same whether the address waits already.',
    body: z.strictObject({ variantId: id<'variant'>(), email: text(254, 3), storefront }),
    output: z.object({ isDone: z.boolean() }),
    ...{ idempotency: 'transaction', status: 202 },
    refusals: { invalid_email: 422, unknown_variant: 404, in_stock: 409, unknown_storefront: 422 },
  }),
};
