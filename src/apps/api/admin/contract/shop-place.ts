import { z } from 'zod';
import { endpoint, instant, text } from '../../../../platform/api/index.ts';

const shared = { group: 'Shop', audience: 'settings:write', rate: 'write' } as const;
const read = { ...shared, method: 'GET', audience: 'settings:read', rate: 'read' } as const;

const check = z
  .object({
    address: z.string(),
    outcome: z
      .enum([
        ...(['this_shop', 'redirects_here', 'redirects_away', 'another_institor', 'another_site'] as const),
        ...(['bad_address', 'private_address', 'unreachable', 'too_slow', 'bad_certificate'] as const),
      ])
      .describe('`this_shop`: this very shop answered, with its own keys.'),
    addresses: z.array(z.string()).describe('Where the name leads.'),
    certificate: z
      .object({
        validUntil: instant(),
        issuer: z.string(),
        problem: z.string().optional().describe('Why browsers do not believe it.'),
      })
      .optional(),
    redirectedTo: z.string().optional().describe('Where it leads in the end.'),
    status: z.int().optional(),
    tookMs: z.int(),
  })
  .meta({ id: 'AddressCheck' });

export const shopPlaceEndpoints = {
  readShopAddress: endpoint({
    ...{
      ...read,
      path: '/shop/address',
      summary: 'Where the shop is reached, and what says so',
      refusals: {},
    },
    output: z.object({
      kept: z.string().describe('As it was said in the settings; empty when it was not.'),
      setting: z.string().optional().describe('BASE_URL, which holds before it.'),
      listensAt: z.string().optional().describe('Address and port of this process.'),
      trustsProxy: z.boolean().describe('TRUST_PROXY: a proxy in front may say who asks and how.'),
      prefixes: z.array(z.string()).describe('Of the storefronts.'),
    }),
  }),
  checkShopAddress: endpoint({
    ...{
      ...shared,
      method: 'POST',
      path: '/shop/address/check',
      summary: 'Ask an address whether it is this shop',
    },
    description:
      'Looks the name up, looks at the certificate, and asks at `/.well-known/institor` for a word that only this shop ' +
      'can know. Addresses that are not on the public internet are not asked.',
    ...{ body: z.strictObject({ address: text(300, 1) }), idempotency: 'none', output: check, refusals: {} },
    changes: { nothing: 'it only looks' },
  }),
};
