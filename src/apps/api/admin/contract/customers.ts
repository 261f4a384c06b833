import { z } from 'zod';
import {
  currencyInput,
  endpoint,
  id,
  instant,
  money,
  moneyInput,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';

const customer = z
  .object({
    id: uuid(),
    email: z.string(),
    name: z.string(),
    phone: z.string(),
    locale: z.string(),
    segments: z.array(z.string()),
    tags: z.array(z.string()),
    isTaxExempt: z.boolean(),
    vatId: z.string(),
    acceptsMarketing: z.boolean(),
    isProven: z.boolean().describe('The e-mail address was proven to be theirs.'),
    createdAt: instant(),
  })
  .meta({ id: 'Customer' });

const params = z.strictObject({ id: id<'customer'>() });
const shared = { group: 'Customers' } as const;

export const customerEndpoints = {
  listCustomers: endpoint({
    ...{ ...shared, method: 'GET', path: '/customers', summary: 'Customers, the newest first', rate: 'read' },
    ...{ audience: 'customers:read', output: pageOf(customer), refusals: { invalid_cursor: 422 } },
    query: z.strictObject({
      ...pageQuery,
      q: text(254).optional().describe('The beginning of a name or e-mail.'),
    }),
  }),
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
  }),
};
