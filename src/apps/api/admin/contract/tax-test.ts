import { z } from 'zod';
import { endpoint, text } from '../../../../platform/api/index.ts';

const applied = z.object({
  ...{ name: z.string(), country: z.string(), region: z.string().optional(), rateMillionths: z.int() },
});

const tested = z.object({
  country: z.string().describe('Whose tax applies, or the destination where none does.'),
  region: z.string().optional(),
  why: z.enum([
    ...(['home', 'registered', 'union', 'below_threshold', 'no_tax_there'] as const),
    ...(['reverse_charge', 'export', 'exempt_customer'] as const),
  ]),
  rates: z.array(applied).describe('Each on the net amount, and summed.'),
  totalMillionths: z.int(),
  isOwnOfClass: z.boolean().describe('The class has a rate of its own there; else it is the standard one.'),
  vatId: z
    .object({
      isValid: z.boolean().optional().describe('As an authority answered last; left out: nobody asked.'),
      checkedAt: z.string().optional(),
    })
    .optional(),
});

const starter = z.object({
  ...{ name: z.string(), country: z.string(), region: z.string().optional(), levy: z.string() },
  ...{ postalPrefixes: z.array(z.string()), taxClass: z.string(), rateMillionths: z.int() },
  ...{ validFrom: z.string().optional(), validUntil: z.string().optional(), source: z.string() },
  standing: z.enum(['missing', 'same', 'other']).describe('Beside what the shop has at the same place.'),
});

const shared = { group: 'Taxes', audience: 'settings:read', rate: 'read', method: 'GET' } as const;

export const taxTestEndpoints = {
  testTax: endpoint({
    ...{ ...shared, path: '/tax/test', summary: 'Which tax applies to goods at an address, and why' },
    query: z.strictObject({
      ...{ country: text(2, 2), region: text(3, 1).optional(), postalCode: text(20).optional() },
      ...{ taxClass: text(40).default(''), vatId: text(40).optional() },
    }),
    ...{ output: tested, refusals: { invalid: 422 } },
  }),
  listStarterRates: endpoint({
    ...{ ...shared, path: '/tax/starter-rates', summary: 'Rates to begin with, each with its source' },
    description: 'To be confirmed with an adviser, and saved as rates of your own.',
    output: z.object({
      classes: z.array(z.object({ code: z.string(), name: z.string(), isKnown: z.boolean() })),
      rates: z.array(starter),
    }),
    refusals: {},
  }),
};
