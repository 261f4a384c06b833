import { z } from 'zod';
import { endpoint, id, instant, list, text, uuid } from '../../../../platform/api/index.ts';
import { PROVIDERS } from './payment-methods.ts';

const market = z.object({
  ...{ code: z.string(), name: z.string(), currency: z.string(), locales: z.array(z.string()) },
  ways: z.int().describe('Ways to pay that are on, set up and offered there; limits left aside.'),
});

const pages = z
  .object({
    lookedAt: instant().optional().describe('When the payment pages were last looked at.'),
    scripts: z.array(z.object({ page: z.string(), address: z.string() })),
    approval: z.object({ by: z.string(), at: instant(), reason: z.string() }).optional(),
    openFindings: z.int().describe('What differs from what was approved, and nobody has closed.'),
  })
  .describe('The script inventory (PCI DSS 4.0.1, 6.4.3 and 11.6.1).');

const standing = z.object({
  markets: z.array(market),
  pci: z.object({
    questionnaire: z.enum(['SAQ A']).optional().describe('None where no card is taken.'),
    cardData: z.enum(['on_page_of_provider', 'in_fields_of_provider', 'none']),
    attestations: z.array(z.object({ requirement: z.string(), text: z.string() })),
  }),
  pages,
});

const offered = z.object({
  ...{ id: uuid(), provider: z.enum(PROVIDERS), mode: z.enum(['redirect', 'in_page', 'by_hand']) },
  title: z.string().describe('In the language that was asked for.'),
  verdict: z.enum([
    ...(['offered', 'off', 'other_market', 'too_little', 'too_much'] as const),
    ...(['unsupported_amount', 'not_set_up'] as const),
  ]),
});

const shared = { group: 'Payment methods', audience: 'payments:read', rate: 'read' } as const;

export const paymentStandingEndpoints = {
  readPaymentStanding: endpoint({
    ...{ ...shared, method: 'GET', path: '/payment-standing', output: standing, refusals: {} },
    summary: 'Where the shop can be paid, and what it attests about cards',
  }),
  previewPaymentMethods: endpoint({
    ...{ ...shared, method: 'GET', path: '/payment-methods/preview' },
    summary: 'What a checkout offers, and why not the others',
    query: z.strictObject({ market: text(40, 1), locale: text(35, 2), amount: text(20, 1) }),
    output: z.object({ currency: z.string(), items: z.array(offered) }),
    refusals: { not_found: 404, unknown_locale: 422, invalid: 422 },
  }),
  orderPaymentMethods: endpoint({
    ...{ ...shared, method: 'PUT', path: '/payment-methods/order', summary: 'Put ways to pay in an order' },
    ...{ audience: 'payments:write', rate: 'write' },
    body: z.strictObject({ ids: list(id<'payment_method'>(), 1_000, 1).describe('All of them.') }),
    ...{ output: z.object({ isSaved: z.boolean() }), refusals: { changed_meanwhile: 409 } },
    changes: { kind: 'payment_methods', read: 'listPaymentMethods' },
  }),
};
