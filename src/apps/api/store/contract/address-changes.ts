import { z } from 'zod';
import { endpoint, instant, money, text, uuid } from '../../../../platform/api/index.ts';
import { address } from './address.ts';
import { taxTotal } from './cart.ts';
import { token } from './carts.ts';
import { PLACE_REFUSALS, paymentInput, paymentMethods, placed } from './pay.ts';

/** An address that was proposed for an order, as whoever ordered decides about it. */
export const addressChange = z
  .object({
    id: uuid(),
    state: z.enum(['proposed', 'applied', 'declined', 'expired', 'withdrawn']),
    isOpen: z.boolean().describe('It can still be agreed to.'),
    oldAddress: address,
    address,
    oldTotal: money,
    total: money,
    delivery: money,
    tax: money,
    taxes: z.array(taxTotal),
    difference: money.describe('Paid by itself; nothing of the order changes before.'),
    expiresAt: instant(),
    endedAt: instant().optional(),
    paymentMethods: paymentMethods.shape.items.describe(
      'Ways to pay the difference; none once it is decided.',
    ),
  })
  .meta({ id: 'AddressChange' });

const params = z.strictObject({ order: text(100, 1), token: token() });
const shared = { group: 'Order', audience: 'order_token', params } as const;
const path = '/orders/{order}/{token}/address-change';

export const addressChangeEndpoints = {
  readAddressChange: endpoint({
    ...{ ...shared, method: 'GET', path, rate: 'read' },
    summary: 'The address that was last proposed for the order',
    ...{ output: addressChange, refusals: { unknown_order: 404, no_proposal: 404 } },
  }),
  payAddressChange: endpoint({
    ...{ ...shared, method: 'POST', path: `${path}/payments`, rate: 'write' },
    summary: 'Agree to the address by paying the difference',
    description:
      'Exactly the difference is charged. Once it is paid the order goes there; where that is not possible any more by ' +
      'then, the money goes back. A second click goes on with the payment that is under way.',
    ...{ body: z.strictObject({ payment: paymentInput }), output: placed, idempotency: 'two_phase' },
    refusals: {
      ...PLACE_REFUSALS,
      ...({ unknown_order: 404, no_proposal: 409, not_possible_any_more: 409, invalid: 422 } as const),
    },
  }),
  declineAddressChange: endpoint({
    ...{ ...shared, method: 'POST', path: `${path}/decline`, rate: 'write' },
    summary: 'Leave the address as it is',
    description: 'What is being paid of it is given up; money that comes all the same goes back.',
    ...{ output: z.object({ isDeclined: z.boolean() }), refusals: { unknown_order: 404, no_proposal: 409 } },
    // Declining twice is declining once.
    idempotency: 'none',
  }),
};
