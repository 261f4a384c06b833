import { money, toDecimal } from '../../kernel/index.ts';
import type { JournalEntry } from './journal.ts';

/** What stands above the columns of an exported journal. */
export const JOURNAL_COLUMNS: readonly string[] = [
  ...['entry', 'posted at', 'kind', 'reference', 'order', 'memo'],
  ...['account', 'currency', 'debit', 'credit'],
];

/** An entry as rows of the exported journal: one a posting, amounts as plain decimals in the column of their side. */
export function journalRows(entry: JournalEntry): readonly (readonly string[])[] {
  const { id, postedAt, kind, reference, orderId, memo, postings } = entry;
  const about = [String(id), String(postedAt), kind, reference, orderId ?? '', memo];
  return postings.map(({ account, currency, amountMinor }) => {
    const amount = toDecimal(money(amountMinor < 0n ? -amountMinor : amountMinor, currency));
    return [...about, account, currency, ...(amountMinor < 0n ? ['', amount] : [amount, ''])];
  });
}
