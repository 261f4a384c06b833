import { z } from 'zod';
import { endpoint, id, pageOf, pageQuery, uuid } from '../../../../platform/api/index.ts';
import { addressInput } from '../../store/contract/address.ts';
import { customerAddress } from './contacts.ts';

const saved = z
  .object({
    id: uuid(),
    address: customerAddress,
    isDefaultShipping: z.boolean(),
    isDefaultBilling: z.boolean(),
  })
  .meta({ id: 'CustomerAddress' });

const body = z.strictObject({
  address: addressInput,
  isDefaultShipping: z.boolean().optional(),
  isDefaultBilling: z.boolean().optional(),
});

const params = z.strictObject({ id: id<'customer'>() });
const one = z.strictObject({ id: id<'customer'>(), addressId: id<'customer_address'>() });
const shared = { group: 'Customers', audience: 'customers:write', rate: 'write' } as const;
const refusals = { invalid_address: 422, too_many: 409, not_found: 404 } as const;

export const customerAddressEndpoints = {
  listAddresses: endpoint({
    ...{ ...shared, method: 'GET', path: '/customers/{id}/addresses', summary: 'Addresses of a customer' },
    ...{ audience: 'customers:read', rate: 'read', params, query: z.strictObject(pageQuery) },
    ...{ output: pageOf(saved), refusals: { invalid_cursor: 422 } },
  }),
  addAddress: endpoint({
    ...{
      ...shared,
      method: 'POST',
      path: '/customers/{id}/addresses',
      summary: 'Keep an address',
      params,
      body,
    },
    ...{ output: saved, status: 201, idempotency: 'transaction', refusals },
    changes: { kind: 'customer', id: 'id', read: 'listAddresses' },
  }),
  changeCustomerAddress: endpoint({
    ...{
      ...shared,
      method: 'PUT',
      path: '/customers/{id}/addresses/{addressId}',
      summary: 'Change an address',
    },
    ...{ params: one, body, output: saved, refusals },
    changes: { kind: 'customer_address', id: 'addressId', read: 'listAddresses' },
  }),
  removeAddress: endpoint({
    ...{ ...shared, method: 'DELETE', path: '/customers/{id}/addresses/{addressId}', params: one },
    ...{ summary: 'Take an address away', output: z.object({ isRemoved: z.boolean() }), refusals: {} },
    changes: { kind: 'customer_address', id: 'addressId', read: 'listAddresses' },
  }),
  mergeCustomers: endpoint({
    ...{
      ...shared,
      method: 'POST',
      path: '/customers/{id}/merges',
      summary: 'Two customers were one',
      params,
    },
    description:
      'What the other has goes to this one; the other is signed out everywhere and found no more. It cannot be undone.',
    body: z.strictObject({ fromId: id<'customer'>(), isConfirmed: z.literal(true) }),
    ...{ output: z.object({ isMerged: z.boolean() }), idempotency: 'transaction' },
    refusals: { not_found: 404, same_customer: 422 },
    changes: { kind: 'customer', id: 'id', read: 'readCustomer' },
  }),
};
