import { z } from 'zod';
import {
  endpoint,
  id,
  instant,
  list,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { pieces, wish } from '../../orders/pieces.ts';
import { REFUND_REFUSALS } from '../../orders/refund-refusals.ts';
import { addressInput } from '../../store/contract/address.ts';
import { ALLOWANCE_REFUSALS } from '../refund-allowance.ts';
import { addressChangeEndpoints } from './address-changes.ts';
import { contact } from './contacts.ts';

const params = z.strictObject({ id: id<'order'>() });
const shared = { group: 'Editing orders', audience: 'orders:write', rate: 'write', params } as const;
const ADDRESS = { missing: 422, invalid: 422, too_long: 422, unknown_country: 422 } as const;

const draft = z.object({
  id: uuid(),
  addsTo: uuid().optional().describe('The order that it adds to.'),
  email: contact,
  note: z.string(),
  madeBy: z.string(),
  madeAt: instant(),
  orderId: uuid().optional().describe('The order that was made of it.'),
});

export const editEndpoints = {
  removePieces: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/removals', summary: 'Take pieces off an order' },
    description:
      'Before they are handed over: their stock is free again, and what they cost goes back, as far as the caller may ' +
      'refund so much.',
    body: z.strictObject({
      lines: list(pieces, 500, 1),
    }),
    ...{ output: z.object({ isRemoved: z.boolean() }), idempotency: 'two_phase' },
    refusals: {
      ...{ ...REFUND_REFUSALS, more_than_open: 409, nothing_would_be_left: 409 },
      ...({ not_captured: 409, payment_in_progress: 409 } as const),
      ...ALLOWANCE_REFUSALS,
    },
    changes: { kind: 'order', id: 'id', read: 'readOrder' },
  }),
  ...addressChangeEndpoints,
  listDrafts: endpoint({
    ...{ group: 'Draft orders', audience: 'orders:read', rate: 'read', method: 'GET', path: '/drafts' },
    ...{ summary: 'Draft orders, the newest first', query: z.strictObject(pageQuery) },
    ...{ output: pageOf(draft), refusals: { invalid_cursor: 422 } },
  }),
  createDraft: endpoint({
    ...{ group: 'Draft orders', audience: 'orders:write', rate: 'write', method: 'POST', path: '/drafts' },
    summary: 'Put an order together for somebody, who pays it by its link',
    description:
      'A sale by phone, what is added to an order that stands, the other half of an exchange. It is priced like every ' +
      'cart, now and when it is paid. `payToken` opens it as a cart of the store API and is told once.',
    body: z.strictObject({
      storefront: text(20).default('').describe('The prefix of the storefront that it is sold in.'),
      email: text(254, 3),
      lines: list(wish, 500, 1),
      shippingAddress: addressInput.optional(),
      codes: list(text(60, 1), 10).optional(),
      addsTo: id<'order'>().optional(),
      note: text(2_000).default(''),
    }),
    ...{ output: z.object({ id: uuid(), payToken: z.string() }), status: 201, idempotency: 'two_phase' },
    refusals: {
      ...{ ...ADDRESS, unknown_storefront: 422, unknown_order: 422, unknown_variant: 422, unknown_cart: 404 },
      ...({ no_lines: 422, too_many_lines: 422, too_many_codes: 422, too_many_gift_cards: 422 } as const),
      ...({ not_a_quantity: 422, unknown_line: 404, unknown_market: 422, unknown_gift_card: 404 } as const),
      ...({ cart_completed: 409, not_for_sale: 409, out_of_stock: 409, too_many_attempts: 429 } as const),
      ...({ sign_in_first: 403 } as const),
    },
    changes: { kind: 'draft', id: 'id' },
  }),
};
