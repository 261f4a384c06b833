import { z } from 'zod';
import {
  endpoint,
  fileOutput,
  instant,
  instantInput,
  money,
  pageOf,
  pageQuery,
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
  exportJournal: endpoint({
    ...{
      ...shared,
      path: '/ledger/journal.csv',
      group: 'Ledger',
      summary: 'The journal, one line a posting',
    },
    description: 'CSV in UTF-8, of any length; no cell of it is a formula.',
    ...{ audience: 'ledger:read', refusals: {}, output: fileOutput, file: 'text/csv; charset=utf-8' },
    query: z.strictObject({ from: instantInput().optional(), to: instantInput().optional() }),
  }),
};
