import { z } from 'zod';
import {
  currencyInput,
  endpoint,
  id,
  instant,
  list,
  money,
  moneyInput,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { contact, person } from './contacts.ts';

export const customer = z
  .object({
    id: uuid(),
    email: contact,
    name: person,
    phone: contact,
    locale: z.string(),
    segments: z.array(z.string()),
    tags: z.array(z.string()),
    isTaxExempt: z.boolean(),
    vatId: person,
    acceptsMarketing: z.boolean(),
    isProven: z.boolean().describe('The e-mail address was proven to be theirs.'),
    createdAt: instant(),
  })
  .meta({ id: 'Customer' });

export const consent = z.object({
  purpose: z.enum(['marketing_email', 'personalisation', 'terms']),
  isGiven: z.boolean(),
  textVersion: z.string(),
  textHash: z.string().describe('SHA-256, hexadecimal.'),
  method: z.string(),
  locale: z.string(),
  at: instant(),
});

const params = z.strictObject({ id: id<'customer'>() });
const shared = { group: 'Customers' } as const;

export const customerEndpoints = {
  readCustomer: endpoint({
    ...{ ...shared, method: 'GET', path: '/customers/{id}', summary: 'A customer', rate: 'read', params },
    ...{ audience: 'customers:read', output: customer, refusals: { not_found: 404 } },
  }),
  readStoreCredit: endpoint({
    ...{
      ...shared,
      method: 'GET',
      path: '/customers/{id}/store-credit/{currency}',
      summary: 'What is owed in credit',
    },
    ...{ audience: 'customers:read', rate: 'read', output: z.object({ balance: money }), refusals: {} },
    params: z.strictObject({ id: id<'customer'>(), currency: currencyInput() }),
  }),
  grantStoreCredit: endpoint({
    ...{
      ...shared,
      method: 'POST',
      path: '/customers/{id}/store-credit',
      summary: 'Give store credit',
      params,
    },
    ...{ audience: 'customers:write', rate: 'write', status: 201, idempotency: 'transaction' },
    body: z.strictObject({ amount: moneyInput(), reference: text(200, 1) }),
    ...{ output: z.object({ balance: money }), refusals: { not_found: 404, not_an_amount: 422 } },
    changes: { kind: 'customer', id: 'id' },
  }),
  changeCustomer: endpoint({
    ...{ ...shared, method: 'PATCH', path: '/customers/{id}', summary: 'Change a customer', params },
    description: 'The e-mail address is theirs to change, by a code that is sent to the new one.',
    body: z.strictObject({
      name: text(100).optional(),
      phone: text(30).optional(),
      vatId: text(20).optional(),
      isTaxExempt: z.boolean().optional(),
      segments: list(text(40, 1), 50).optional(),
      tags: list(text(40, 1), 50).optional(),
    }),
    ...{ audience: 'customers:write', rate: 'write', output: customer },
    refusals: {
      ...({ not_found: 404, missing: 422, too_long: 422, too_many: 422, invalid: 422 } as const),
      ...({ email_taken: 409, changed_meanwhile: 409 } as const),
    },
    changes: { kind: 'customer', id: 'id', read: 'readCustomer' },
  }),
  listConsents: endpoint({
    ...{ ...shared, method: 'GET', path: '/customers/{id}/consents', summary: 'What they agreed to', params },
    description: 'And withdrew, with the version and the hash of the words that they read: the proof.',
    ...{
      audience: 'customers:read',
      rate: 'read',
      query: z.strictObject(pageQuery),
      output: pageOf(consent),
    },
    refusals: { invalid_cursor: 422 },
  }),
  eraseCustomer: endpoint({
    ...{ ...shared, method: 'POST', path: '/customers/{id}/erasure', summary: 'Forget a person', params },
    description: 'GDPR, article 17. What tax law asks to keep of their orders stays. It cannot be undone.',
    body: z.strictObject({ isConfirmed: z.literal(true) }),
    ...{ audience: 'customers:write', rate: 'write', idempotency: 'transaction' },
    ...{ output: z.object({ isErased: z.boolean() }), refusals: { not_found: 404 } },
    changes: { kind: 'customer', id: 'id', read: 'readCustomer' },
  }),
};
