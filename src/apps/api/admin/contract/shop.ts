import { z } from 'zod';
import { currencyInput, endpoint, text } from '../../../../platform/api/index.ts';

const TEMPLATES = ['atelier', 'depot', 'nocturne'] as const;

const shop = z
  .object({
    ...{ name: z.string(), tagline: z.string(), legalName: z.string() },
    ...{ email: z.string(), phone: z.string(), postalAddress: z.string() },
    country: z.string().describe('Where the seller is established; empty until it was said.'),
    vatId: z.string(),
    baseUrl: z
      .string()
      .describe('Where the shop is reached, as it was said here; a setting may say otherwise.'),
    timeZone: z.string(),
    defaultCurrency: z.string(),
    defaultLocale: z.string(),
    template: z.enum(TEMPLATES),
    version: z.string().describe('Sent back with a change, which is refused when it is not the latest.'),
    isDescribed: z.boolean().describe('False before anybody has described the shop.'),
    ownLanguages: z
      .array(z.string())
      .describe('In which the shop’s own words and mails are written; English stands in for others.'),
  })
  .meta({ id: 'Shop' });

const marketUse = z
  .object({
    storefronts: z.int(),
    variants: z.int().describe('That have a price in any currency.'),
    variantsPriced: z.int().describe('Of them in the currency that was asked about.'),
    deliveryMethods: z.int().describe('Offered now.'),
    deliveryMethodsPriced: z.int().describe('Of them with a rate in that currency.'),
    priceLists: z.int().describe('That are for this market.'),
    paymentMethods: z.int().describe('Offered in this market.'),
  })
  .meta({ id: 'MarketUse' });

const shared = { group: 'Shop', audience: 'settings:write', rate: 'write' } as const;
const read = { ...shared, method: 'GET', audience: 'settings:read', rate: 'read' } as const;

export const shopEndpoints = {
  readShop: endpoint({
    ...{ ...read, path: '/shop', summary: 'Who the shop is and how it looks', output: shop, refusals: {} },
  }),
  saveShop: endpoint({
    ...{ ...shared, method: 'PATCH', path: '/shop', summary: 'Change how the shop is described' },
    description:
      'What is not sent stays as it is. Refused when somebody else has changed the shop since `version` was read. ' +
      'A VAT id must have the form of its country; whether it is yours is not asked.',
    body: z.strictObject({
      version: text(20).regex(/^\d{1,19}$/, 'a whole number'),
      ...{ name: text(200).optional(), tagline: text(300).optional(), legalName: text(300).optional() },
      ...{ email: text(254).optional(), phone: text(50).optional(), postalAddress: text(1_000).optional() },
      ...{ country: text(2).optional(), vatId: text(40).optional(), baseUrl: text(300).optional() },
      ...{ timeZone: text(60).optional(), defaultCurrency: currencyInput().optional() },
      ...{ defaultLocale: text(35).optional(), template: z.enum(TEMPLATES).optional() },
    }),
    output: shop,
    refusals: {
      ...({ missing: 422, too_long: 422, invalid: 422, version_conflict: 409 } as const),
      ...({ not_found: 404, in_use: 409, country_taken: 409 } as const),
    },
    changes: { kind: 'shop', read: 'readShop' },
  }),
  readMarketUse: endpoint({
    ...{ ...read, path: '/markets/{code}/use', summary: 'What stands on a market and its currency' },
    description: 'Ask with another `currency` what would be missing in it.',
    params: z.strictObject({ code: text(40, 1) }),
    query: z.strictObject({ currency: currencyInput() }),
    ...{ output: marketUse, refusals: {} },
  }),
};
