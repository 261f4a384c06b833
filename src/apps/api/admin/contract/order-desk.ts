import { z } from 'zod';
import {
  endpoint,
  id,
  instant,
  list,
  money,
  moneyInput,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { issuedDocument } from '../../orders/document.ts';
import { exchange, linkedOrder } from '../../orders/linked.ts';
import { fulfilment } from '../../orders/parcel.ts';
import { pieces } from '../../orders/pieces.ts';
import { REFUND_REFUSALS } from '../../orders/refund-refusals.ts';
import { returned } from '../../orders/return.ts';
import { order } from '../../store/contract/orders.ts';
import { orderContacts } from './contacts.ts';
import { dispute } from './disputes.ts';
import { orderEvent, orderPayment } from './orders.ts';
import { withdrawal } from './withdrawals.ts';

const costs = { permission: 'costs:read' } as const;

const line = z.object({
  id: uuid(),
  kind: z.enum(['physical', 'digital', 'bundle', 'gift_card']),
  openQuantity: z.int().describe('Still to be handed over.'),
  returnableQuantity: z.int().describe('Handed over and not announced to come back.'),
  refundableQuantity: z.int(),
  removedQuantity: z.int(),
  priceReason: z.string().describe('`base`, or the name of the price list.'),
  discounts: z
    .array(z.object({ name: z.string(), code: z.string().optional(), amount: money }))
    .describe('What each promotion took off this line.'),
  picture: z.object({ url: z.string(), width: z.int(), height: z.int() }).optional(),
  revenue: money.optional().meta(costs).describe('Without tax, of the pieces that stay sold.'),
  cost: money.optional().meta(costs),
});

const refund = z.object({
  id: uuid(),
  number: z.int(),
  returnId: uuid().optional(),
  state: z.enum(['pending', 'incomplete', 'done', 'refused']),
  reason: z.string(),
  actor: z.string(),
  amount: money,
  lines: z.array(z.object({ lineId: uuid(), quantity: z.int(), amount: money })),
  requestedAt: instant(),
  doneAt: instant().optional(),
  refusal: z.string().optional(),
});

const margin = z.object({
  revenue: money,
  cost: money,
  fees: money,
  goodwill: money,
  margin: z.object({ amount: z.string().describe('Below zero where it costs money.'), currency: z.string() }),
  isEstimate: z.boolean().describe('Some pieces have not left: what they cost now stands for them.'),
  unknownLines: z.int().describe('Lines whose cost nobody knows: they are not in the sums.'),
});

const sign = z.object({
  kind: z.enum([
    ...([
      'countries_differ',
      'names_differ',
      'declined_before',
      'suspected_by_issuer',
      'several_cards',
    ] as const),
    ...(['high_value', 'first_order_high_value', 'free_mail_high_value', 'disputed'] as const),
  ]),
  billing: z.string().optional(),
  shipping: z.string().optional(),
  times: z.int().optional(),
  domain: z.string().optional(),
  usual: money.optional().describe('What nine of the ten latest orders do not exceed.'),
});

const buyer = z.object({
  others: z.array(z.object({ orders: z.int(), spent: money })).describe('By currency.'),
  earlierOrders: z.int(),
  latest: z.object({ id: uuid(), number: z.string() }).optional(),
});

const params = z.strictObject({ id: id<'order'>() });
const shared = { group: 'Orders', audience: 'orders:read', rate: 'read', params } as const;

const plan = z.object({
  amount: money.describe('In all.'),
  goods: money,
  delivery: money,
  goodwill: money,
  deduction: money,
  tax: money.describe('Within the amount.'),
  payment: money.describe('Back over the payments.'),
  giftCard: money,
  storeCredit: money,
  reduced: money.describe('Off what is still to be paid.'),
});

export const orderDeskEndpoints = {
  readOrderDesk: endpoint({
    ...{
      ...shared,
      method: 'GET',
      path: '/orders/{id}/desk',
      summary: 'An order and all that belongs to it',
    },
    description: 'What is looked at before something is done about it, in one answer.',
    output: z.object({
      order: order.extend({
        ...{ ...orderContacts, customerId: uuid().optional(), market: z.string(), locale: z.string() },
        ...{ vatId: z.string(), cancelReason: z.string().optional(), version: z.string() },
      }),
      ...{ lines: z.array(line), tags: z.array(z.string()), isArchived: z.boolean() },
      parent: linkedOrder.pick({ orderId: true, number: true, kind: true }).optional(),
      ...{ timeline: z.array(orderEvent), payments: z.array(orderPayment), disputes: z.array(dispute) },
      ...{ refunds: z.array(refund), fulfilments: z.array(fulfilment), returns: z.array(returned) },
      ...{ withdrawals: z.array(withdrawal), documents: z.array(issuedDocument) },
      ...{ linked: z.array(linkedOrder), exchanges: z.array(exchange), buyer, signs: z.array(sign) },
      margin: margin.optional().meta(costs),
    }),
    refusals: { unknown_order: 404 },
  }),
  previewRefund: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/refund-preview', idempotency: 'none' },
    summary: 'What a refund, or taking pieces off, would come to',
    description: 'And the way it would go back. Nothing is written.',
    body: z.strictObject({
      lines: list(pieces.extend({ deduction: moneyInput().optional() }), 500).default([]),
      deductionReason: text(500).optional(),
      withDelivery: z.boolean().default(false),
      goodwill: moneyInput().optional(),
      means: z.enum(['original', 'store_credit']).default('original'),
      isRemoval: z.boolean().default(false).describe('The pieces are taken off before they are handed over.'),
    }),
    ...{ output: plan, refusals: { ...REFUND_REFUSALS, other_currency: 422 } },
    changes: { nothing: 'a preview' },
  }),
  seeOrder: endpoint({
    ...{ ...shared, method: 'POST', path: '/orders/{id}/seen', idempotency: 'transaction' },
    summary: 'Notes of this order that name you have been read',
    ...{ output: z.object({ isSeen: z.boolean() }), refusals: {} },
    changes: { nothing: 'that somebody has read what was written to them' },
  }),
};
