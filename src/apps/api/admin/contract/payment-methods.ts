import { z } from 'zod';
import type { ProviderName } from '../../../../modules/payments/index.ts';
import {
  currencyInput,
  endpoint,
  id,
  integer,
  list,
  money,
  moneyInput,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';

export const PROVIDERS = [
  ...(['test', 'stripe', 'paypal', 'worldpay', 'bank_transfer', 'cash_on_delivery'] as const),
] satisfies readonly ProviderName[];
const MODES = ['redirect', 'in_page', 'by_hand'] as const;

const method = z
  .object({
    id: uuid(),
    provider: z.enum(PROVIDERS),
    mode: z.enum(MODES),
    isCapturedAtOnce: z.boolean(),
    marketCodes: z.array(z.string()).describe('None: offered in every market.'),
    titles: z.array(z.object({ locale: z.string(), title: z.string() })),
    limits: z.array(z.object({ currency: z.string(), min: money.optional(), max: money.optional() })),
    position: z.int(),
    isActive: z.boolean(),
  })
  .meta({ id: 'PaymentMethod' });

const methodBody = z.strictObject({
  provider: z.enum(PROVIDERS),
  mode: z.enum(MODES),
  isCapturedAtOnce: z.boolean().default(true),
  marketCodes: list(text(40, 1), 100).default([]),
  titles: list(z.strictObject({ locale: text(35, 2), title: text(100, 1) }), 100, 1),
  limits: list(
    z.strictObject({
      currency: currencyInput(),
      min: moneyInput().optional(),
      max: moneyInput().optional(),
    }),
    200,
  ).default([]),
  position: integer(0, 10_000).default(0),
  isActive: z.boolean().default(true),
});

const shared = { group: 'Payment methods', audience: 'payments:read', rate: 'read' } as const;
const write = { ...shared, audience: 'payments:write', rate: 'write' } as const;
const params = z.strictObject({ id: id<'payment_method'>() });
const REFUSALS = { invalid: 422, unknown_locale: 422, other_currency: 422, not_found: 404 } as const;

export const paymentMethodEndpoints = {
  listPaymentMethods: endpoint({
    ...{ ...shared, method: 'GET', path: '/payment-methods', summary: 'Ways to pay, offered or not' },
    ...{ query: z.strictObject(pageQuery), output: pageOf(method), refusals: { invalid_cursor: 422 } },
  }),
  createPaymentMethod: endpoint({
    ...{ ...write, method: 'POST', path: '/payment-methods', summary: 'Offer another way to pay' },
    ...{ body: methodBody, output: method, status: 201, idempotency: 'transaction', refusals: REFUSALS },
    changes: { kind: 'payment_method', id: 'id', read: 'listPaymentMethods' },
  }),
  changePaymentMethod: endpoint({
    ...{ ...write, method: 'PUT', path: '/payment-methods/{id}', summary: 'Change a way to pay, all of it' },
    description: 'With `isActive: false` it is offered no more; payments that were begun by it go on.',
    ...{ params, body: methodBody, output: method, refusals: REFUSALS },
    changes: { kind: 'payment_method', id: 'id', read: 'listPaymentMethods' },
  }),
};
