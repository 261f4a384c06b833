import { z } from 'zod';
import { ok } from '../../../../kernel/index.ts';
import {
  exportJournal,
  JOURNAL_COLUMNS,
  type JournalEntry,
  journalRows,
  readJournal,
  trialBalance,
} from '../../../../modules/ledger/index.ts';
import { type Handlers, readCursor, sentFields, writeCursor } from '../../../../platform/api/index.ts';
import { csvCell } from '../../../../platform/csv/index.ts';
import { amountsIn } from '../../store/answers/cart.ts';
import type { ledgerEndpoints } from '../contract/books.ts';
import type { AdminDeps } from '../deps.ts';

/** Nanoseconds of the last entry, and its number. */
const POSITION = z.tuple([z.string().regex(/^-?\d{1,20}$/), z.string().regex(/^\d{1,18}$/)]);

export function ledgerHandlers({ reads }: AdminDeps): Handlers<typeof ledgerEndpoints> {
  return {
    readTrialBalance: async ({ query }) => {
      const items = (await trialBalance(reads, sentFields(query))).map((balance) => {
        const amount = amountsIn(balance.currency);
        const { account, debitMinor, creditMinor, balanceMinor } = balance;
        return {
          account,
          debit: amount(debitMinor),
          credit: amount(creditMinor),
          balance: amount(balanceMinor),
        };
      });
      return ok({ items });
    },
    readJournal: async ({ query: { cursor, ...span } }) => {
      const position = readCursor('journal', POSITION, cursor);
      if (!position.ok) return position;
      const [at, id] = position.value ?? [];
      const after =
        at === undefined || id === undefined
          ? {}
          : { cursor: { postedAt: Temporal.Instant.fromEpochNanoseconds(BigInt(at)), id: BigInt(id) } };
      const { entries, next } = await readJournal(reads, { ...sentFields(span), ...after });
      const items = entries.map((entry) => ({
        ...{ id: String(entry.id), kind: entry.kind, reference: entry.reference, orderId: entry.orderId },
        ...{ memo: entry.memo, postedAt: entry.postedAt.toString() },
        postings: entry.postings.map(({ account, currency, amountMinor }) => {
          return { account, amount: amountsIn(currency)(amountMinor) };
        }),
      }));
      const position2 = next && [String(next.postedAt.epochNanoseconds), String(next.id)];
      return ok({ items, nextCursor: position2 && writeCursor('journal', position2) });
    },
    exportJournal: async ({ query }) => {
      const content = csvOf(exportJournal(reads, sentFields(query)));
      return { ok: true, file: { name: 'journal.csv', content } };
    },
  };
}

async function* csvOf(entries: AsyncIterable<JournalEntry>): AsyncGenerator<string> {
  // The mark tells spreadsheets that it is UTF-8.
  yield `\ufeff${lineOf(JOURNAL_COLUMNS)}`;
  for await (const entry of entries) yield journalRows(entry).map(lineOf).join('');
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((text) => csvCell(text)).join(',')}\r\n`;
}
