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

const shared = { rate: 'read', method: 'GET' } as const;

export const ledgerEndpoints = {
  readTrialBalance: endpoint({
    ...{
      ...shared,
      path: '/ledger/trial-balance',
      group: 'Ledger',
      summary: 'Every account; currencies sum to zero',
    },
    ...{ audience: 'ledger:read', query: z.strictObject({ at: instantInput().optional() }), refusals: {} },
    output: z.object({
      items: z.array(z.object({ account: z.string(), debit: money, credit: money, balance: money })),
    }),
  }),
  readJournal: endpoint({
    ...{ ...shared, path: '/ledger/journal', group: 'Ledger', summary: 'Entries, the earliest first' },
    ...{ audience: 'ledger:read', refusals: { invalid_cursor: 422 } },
    query: z.strictObject({ ...pageQuery, from: instantInput().optional(), to: instantInput().optional() }),
    output: pageOf(
      z.object({
        id: z.string(),
        kind: z.string(),
        reference: z.string(),
        orderId: uuid().optional(),
        memo: z.string(),
        postedAt: instant(),
        postings: z.array(z.object({ account: z.string(), amount: money.describe('Debit above zero.') })),
      }),
    ),
  }),
};

const giftCard = z.object({
  id: uuid(),
  last4: z.string(),
  balance: money,
  expiresAt: instant().optional(),
});
const cardParams = z.strictObject({ id: id<'gift_card'>() });

export const creditEndpoints = {
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
  }),
  disableGiftCard: endpoint({
    ...{
      method: 'PUT',
      path: '/gift-cards/{id}/disabled',
      group: 'Gift cards',
      summary: 'Block or unblock a card',
    },
    ...{ audience: 'gift_cards:write', rate: 'write', params: cardParams, refusals: {} },
    ...{ body: z.strictObject({ isDisabled: z.boolean() }), output: z.object({ isDisabled: z.boolean() }) },
  }),
};
