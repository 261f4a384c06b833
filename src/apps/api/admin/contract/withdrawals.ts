import { z } from 'zod';
import {
  endpoint,
  id,
  instant,
  pageOf,
  pageQuery,
  queryFlag,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { contact } from './contacts.ts';

export const withdrawal = z
  .object({
    id: uuid(),
    orderId: uuid()
      .optional()
      .describe('Not there where no order fits number and e-mail: for a person to look at.'),
    returnId: uuid().optional().describe('What comes back by it.'),
    orderNumber: z.string(),
    name: z.string(),
    email: contact,
    statement: z.string(),
    isLate: z.boolean().describe('After the period had ended; whether it counts is for a person to decide.'),
    submittedAt: instant(),
    handledAt: instant().optional(),
    handledBy: z.string(),
    handledNote: z.string(),
  })
  .meta({ id: 'Withdrawal' });

const shared = { group: 'Withdrawals', audience: 'orders:read', rate: 'read' } as const;
const params = z.strictObject({ id: id<'withdrawal'>() });

export const withdrawalEndpoints = {
  listWithdrawals: endpoint({
    ...{
      ...shared,
      method: 'GET',
      path: '/withdrawals',
      summary: 'Statements of withdrawal, the latest first',
    },
    query: z.strictObject({
      ...pageQuery,
      isWaiting: queryFlag().optional().describe('true: those that nobody has handled.'),
    }),
    ...{ output: pageOf(withdrawal), refusals: { invalid_cursor: 422 } },
  }),
  readWithdrawal: endpoint({
    ...{
      ...shared,
      method: 'GET',
      path: '/withdrawals/{id}',
      summary: 'A statement as it was received',
      params,
    },
    ...{ output: withdrawal, refusals: { unknown_withdrawal: 404 } },
  }),
  handleWithdrawal: endpoint({
    ...{ ...shared, method: 'PUT', path: '/withdrawals/{id}/handled', params, output: withdrawal },
    summary: 'Note that it was done what a statement asks for',
    description: 'Said twice, the first word stays.',
    ...{ audience: 'orders:write', rate: 'write', body: z.strictObject({ note: text(1_000).default('') }) },
    refusals: { unknown_withdrawal: 404, too_long: 422 },
    changes: { kind: 'withdrawal', id: 'id', read: 'readWithdrawal' },
  }),
};
