import { z } from 'zod';
import {
  endpoint,
  id,
  instant,
  instantInput,
  money,
  moneyInput,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { contact } from './contacts.ts';

const facts = { id: uuid(), last4: z.string(), balance: money, expiresAt: instant().optional() };
const giftCard = z.object(facts);
const giftCardRow = z.object({
  ...facts,
  recipient: contact,
  isSold: z.boolean().describe('It was bought; otherwise the shop gave it away.'),
  issuedAt: instant(),
  disabledAt: instant().optional(),
});
const movement = z.object({
  id: uuid(),
  kind: z.enum(['issued', 'granted', 'redeemed', 'restored', 'expired']),
  amount: z.string().describe('A decimal, below zero for what went from the card.'),
  currency: z.string(),
  orderId: uuid().optional(),
  movedAt: instant(),
});
const cardParams = z.strictObject({ id: id<'gift_card'>() });

const shared = { rate: 'read', method: 'GET' } as const;

export const creditEndpoints = {
  listGiftCards: endpoint({
    ...{ ...shared, path: '/gift-cards', group: 'Gift cards', summary: 'All cards, the latest first' },
    description: 'Never their codes, which are kept nowhere.',
    query: z.strictObject({ ...pageQuery, last4: text(4, 4).optional() }),
    ...{ audience: 'gift_cards:read', output: pageOf(giftCardRow), refusals: { invalid_cursor: 422 } },
  }),
  listGiftCardMovements: endpoint({
    ...{
      ...shared,
      path: '/gift-cards/{id}/movements',
      group: 'Gift cards',
      summary: 'What moved on a card',
    },
    ...{ audience: 'gift_cards:read', params: cardParams, query: z.strictObject(pageQuery) },
    ...{ output: pageOf(movement), refusals: { invalid_cursor: 422 } },
  }),
  readGiftCard: endpoint({
    ...{ ...shared, path: '/gift-cards/{id}', group: 'Gift cards', summary: 'A card that can be used' },
    ...{ audience: 'gift_cards:read', params: cardParams, output: giftCard, refusals: { not_found: 404 } },
  }),
  issueGiftCard: endpoint({
    ...{ method: 'POST', path: '/gift-cards', group: 'Gift cards', summary: 'Issue a card', rate: 'write' },
    description: 'Its code and PIN are in this answer and nowhere else.',
    body: z.strictObject({
      amount: moneyInput(),
      expiresAt: instantInput().optional(),
      recipient: text(254).optional(),
    }),
    output: z.object({ id: uuid(), code: z.string(), pin: z.string(), last4: z.string() }),
    ...{ audience: 'gift_cards:write', status: 201, idempotency: 'transaction' },
    refusals: { not_an_amount: 422, expires_in_past: 422 },
    changes: { kind: 'gift_card', id: 'id', read: 'readGiftCard' },
  }),
  disableGiftCard: endpoint({
    ...{
      method: 'PUT',
      path: '/gift-cards/{id}/disabled',
      group: 'Gift cards',
      summary: 'Block or unblock a card',
    },
    ...{ audience: 'gift_cards:write', rate: 'write', params: cardParams, refusals: { not_found: 404 } },
    ...{ body: z.strictObject({ isDisabled: z.boolean() }), output: z.object({ isDisabled: z.boolean() }) },
    changes: { kind: 'gift_card', id: 'id', read: 'readGiftCard' },
  }),
};
