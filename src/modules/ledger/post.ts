import type { Tx } from '../../platform/database/index.ts';
import { accountOf, type Posting } from './account.ts';
import { insertTransactions, postingsOf } from './store/write-transactions.ts';
import type { Transaction } from './transaction.ts';

/** Most transactions of one call. */
const TRANSACTION_LIMIT = 1_000;

/**
 * Posts what happened, in the transaction in which it happens. The same kind and reference again posts
 * nothing; with other postings it is a programmer's mistake and throws, as are postings that do not sum to
 * zero in each currency (the database refuses them too). Postings of zero are left out. One statement for any
 * number.
 *
 * @returns whether it was posted now
 */
export async function post(tx: Tx, transaction: Transaction): Promise<boolean> {
  return (await postAll(tx, [transaction])) === 1;
}

/** The same for several at once; returns how many were posted now. */
export async function postAll(tx: Tx, transactions: readonly Transaction[]): Promise<number> {
  if (transactions.length > TRANSACTION_LIMIT) {
    throw new RangeError(`at most ${TRANSACTION_LIMIT} transactions a call`);
  }
  if (transactions.length === 0) return 0;
  const wanted = transactions.map(withoutZeros);
  for (const transaction of wanted) assertSound(transaction);
  // One order for all callers, so that no two that post the same wait for each other.
  const sorted = wanted.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const written = new Set((await insertTransactions(tx, sorted)).map(keyOf));
  for (const transaction of sorted) {
    if (!written.has(keyOf(transaction))) await assertSame(tx, transaction);
  }
  return written.size;
}

/**
 * Posts what cannot be there yet, because whoever posts it holds the lock under which it happens once. One statement
 * whose answer nobody has to wait for: a second time is refused by the database, and takes everything back.
 */
export async function postNew(tx: Tx, transactions: readonly Transaction[]): Promise<void> {
  if (transactions.length > TRANSACTION_LIMIT) {
    throw new RangeError(`at most ${TRANSACTION_LIMIT} transactions a call`);
  }
  if (transactions.length === 0) return;
  const wanted = transactions.map(withoutZeros);
  for (const transaction of wanted) assertSound(transaction);
  await insertTransactions(tx, wanted, { isNew: true });
}

function withoutZeros(transaction: Transaction): Transaction {
  return { ...transaction, postings: transaction.postings.filter((one) => one.amountMinor !== 0n) };
}

function assertSound({ kind, reference, postings }: Transaction): void {
  const sums = new Map<string, bigint>();
  for (const { account, currency, amountMinor } of postings) {
    if (accountOf(account) === undefined) throw new RangeError(`there is no account ${account}`);
    sums.set(currency, (sums.get(currency) ?? 0n) + amountMinor);
  }
  for (const [currency, sum] of sums) {
    if (sum !== 0n) throw new RangeError(`${kind} ${reference} is out of balance by ${sum} ${currency}`);
  }
}

async function assertSame(tx: Tx, transaction: Transaction): Promise<void> {
  const there = (await postingsOf(tx, transaction)) ?? [];
  if (textOf(there) === textOf(transaction.postings)) return;
  throw new RangeError(`${keyOf(transaction)} was posted before with other postings`);
}

function keyOf({ kind, reference }: { readonly kind: string; readonly reference: string }): string {
  return `${kind} ${reference}`;
}

function textOf(postings: readonly Posting[]): string {
  const texts = postings.map(({ account, currency, amountMinor }) => `${account} ${currency} ${amountMinor}`);
  return texts.toSorted().join('\n');
}
