import { z } from 'zod';
import { endpoint, id, money, moneyInput, text } from '../../../../platform/api/index.ts';
import { REFUND_REFUSALS } from '../../orders/refund-refusals.ts';
import { addressInput, deliveryOption } from '../../store/contract/address.ts';
import { taxTotal } from '../../store/contract/cart.ts';
import { ALLOWANCE_REFUSALS } from '../refund-allowance.ts';
import { customerAddress } from './contacts.ts';

const params = z.strictObject({ id: id<'order'>() });
const shared = { group: 'Editing orders', audience: 'orders:write', rate: 'write', params } as const;

/** Every name by which sending an order elsewhere refuses. */
const refusals = {
  ...REFUND_REFUSALS,
  ...({ missing: 422, invalid: 422, too_long: 422, unknown_country: 422, invalid_address: 422 } as const),
  ...({ nothing_is_delivered: 409, handed_over: 409, already_credited: 409, exchange_open: 409 } as const),
  ...({ travels_with_another: 409, payment_in_progress: 409, more_is_due: 409 } as const),
  ...({ cannot_be_delivered: 422, unknown_delivery_option: 422, tax_class_unknown: 409 } as const),
  ...({ taxed_otherwise: 409, total_needed: 422, total_changed: 409 } as const),
} as const;

const asked = {
  address: addressInput,
  deliveryOptionId: text(100, 1).optional().describe('As before where that goes there, else the cheapest.'),
};

const proposal = z.object({
  id: id<'address_change'>(),
  state: z.enum(['proposed', 'applied', 'declined', 'expired', 'withdrawn']),
  isOpen: z.boolean().describe('Whoever ordered can still agree to it.'),
  oldAddress: customerAddress,
  address: customerAddress,
  oldTotal: money,
  total: money,
  difference: money.describe('Paid by itself, by whoever ordered.'),
  proposedAt: z.string(),
  expiresAt: z.string(),
  endedAt: z.string().optional(),
  endedBecause: z.string().optional().describe('Why it was not possible any more, where that ended it.'),
  stuck: z
    .object({ times: z.int(), why: z.string(), againAt: z.string() })
    .optional()
    .describe(
      'What was paid or is held for it, and its provider would not give back; asked again by itself.',
    ),
});

const amounts = z.object({ delivery: money, tax: money, total: money, taxes: z.array(taxTotal) });

export const addressChangeEndpoints = {
  proposeAddressChange: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/address-changes' },
    summary: 'Propose an address at which more is due than was paid',
    description:
      'Look at it first, and send the total along. Whoever ordered is written what would change and where to pay the ' +
      'difference; the order stays as it is until then. One an order at a time.',
    body: z.strictObject({
      ...asked,
      expectedTotal: moneyInput().describe('Of the preview.'),
      daysOpen: z.int().min(1).max(30).optional().describe('7 unless it is said.'),
    }),
    ...{ output: z.object({ id: id<'address_change'>() }), status: 201, idempotency: 'two_phase' },
    refusals: { ...refusals, nothing_more_is_due: 409, already_proposed: 409, not_possible: 422 },
    changes: { kind: 'order', id: 'id', read: 'readOrder' },
  }),
  listAddressChanges: endpoint({
    ...{
      ...shared,
      method: 'GET',
      path: '/orders/{id}/address-changes',
      audience: 'orders:read',
      rate: 'read',
    },
    summary: 'Addresses that were proposed for an order, the last first',
    ...{ output: z.object({ items: z.array(proposal) }), refusals: { unknown_order: 404 } },
  }),
  withdrawAddressChange: endpoint({
    ...{ ...shared, method: 'DELETE', path: '/orders/{id}/address-changes/open' },
    summary: 'Take back the address that is proposed',
    description: 'What is being paid of it is given up; money that comes all the same goes back.',
    ...{ output: z.object({ isWithdrawn: z.boolean() }), refusals: { unknown_order: 404, no_proposal: 409 } },
    changes: { kind: 'order', id: 'id', read: 'readOrder' },
  }),
  retryAddressChangeReturn: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/address-changes/{changeId}/return' },
    summary: 'Ask a provider once more to give back what was paid for an address that it does not go to',
    description:
      'It is asked again by itself too, after the pause that `stuck` says. `isGivenBack` is false where it refuses again.',
    params: params.extend({ changeId: id<'address_change'>() }),
    output: z.object({ isGivenBack: z.boolean(), why: z.string().optional().describe('Why it refused.') }),
    ...{ status: 200, idempotency: 'two_phase' },
    refusals: { unknown_order: 404, no_proposal: 404, nothing_stuck: 409, provider_unavailable: 503 },
    changes: { kind: 'order', id: 'id', read: 'readOrder' },
  }),
  changeAddress: endpoint({
    ...{ ...shared, method: 'PUT', path: '/orders/{id}/shipping-address' },
    summary: 'Send what is still to be sent elsewhere',
    description:
      'Within its country and region nothing else changes. To another one, an order of which nothing was handed over ' +
      'is agreed anew: look at what it comes to there first, and send that total along. What is less goes back, ' +
      'as far as the caller may refund so much.',
    body: z.strictObject({
      ...asked,
      expectedTotal: moneyInput()
        .optional()
        .describe('Of the preview; needed for another country or region.'),
    }),
    output: z.object({ isChanged: z.boolean() }),
    refusals: { ...refusals, ...ALLOWANCE_REFUSALS },
    changes: { kind: 'order', id: 'id', read: 'readOrder' },
  }),
  previewAddressChange: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/shipping-address/preview' },
    summary: 'What another address would change in money',
    description:
      'Writes nothing. `settlement`: `none`, no difference; `due`, another amount is due; `back`, the difference goes ' +
      'back the way it came; `more`, more than was paid or authorised, which is refused.',
    ...{ body: z.strictObject(asked), idempotency: 'none' },
    output: z.object({
      isElsewhere: z.boolean().describe('Another country or region.'),
      before: amounts,
      after: amounts,
      difference: money.describe('Below zero where it comes to less.'),
      delivery: deliveryOption.optional(),
      deliveryOptions: z.array(deliveryOption),
      settlement: z.enum(['none', 'due', 'back', 'more']),
    }),
    refusals,
    changes: { nothing: 'a preview' },
  }),
};
