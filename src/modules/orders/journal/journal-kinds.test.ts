import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { dealingsIn, NO_EXTRAS, openJournalWorld, STAFF } from '../../../../test/selling/dealings.ts';
import { EUR, NOW } from '../../../../test/selling/open-shop.ts';
import { PLACES } from '../../../../test/selling/places.ts';
import { expectOk } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { giftCardKeyOf, grantStoreCredit, issueGiftCard, redeem, restore } from '../../credits/index.ts';
import {
  type AccountCode,
  adjustGoods,
  capturePostings,
  disputeLostPostings,
  disputeOpenedPostings,
  disputeWonPostings,
  exchangePaidPostings,
  feePostings,
  giftCardExpiredPostings,
  type Posting,
  payoutPostings,
  postAll,
  refundPaidPostings,
  roundingPostings,
  type TransactionKind,
} from '../../ledger/index.ts';
import {
  changeShippingAddress,
  fulfilOrder,
  handOverReactions,
  journalDifferences,
  previewAddressChange,
  refundOrder,
} from '../index.ts';
import { JOURNALED, JOURNALED_ACCOUNTS } from './journaled.ts';

const connection = await testDatabase();
const { db } = connection;
const { shop, cup, giftCard } = await openJournalWorld(connection);
const { placed, pieces, comeBack } = dealingsIn(shop);

/** An order that does all that the journal is about. */
async function sellAndTakeBack() {
  const orderId = await placed([
    { variantId: cup, quantity: 2 },
    { variantId: giftCard, quantity: 1 },
  ]);
  const moved = { orderId, address: PLACES.utrecht, now: NOW };
  const { after } = expectOk(await previewAddressChange(shop.deps, moved));
  const agreed = { ...moved, expectedTotalMinor: after.totalMinor, actor: 'staff' };
  expectOk(await changeShippingAddress(shop.deps, agreed));
  const giftCardKey = giftCardKeyOf(Buffer.alloc(32, 9));
  await runDueJobs({ connection, reactions: handOverReactions(giftCardKey) });
  expectOk(await transact(db, (tx) => fulfilOrder(tx, { orderId, ...STAFF })));
  const back = await pieces(orderId, cup, 1);
  await comeBack(orderId, back);
  const given = { lines: [back], goodwillMinor: 100n };
  expectOk(await refundOrder(shop.deps, { ...NO_EXTRAS, ...STAFF, orderId, ...given }));
}

/** Of purchases, with the variance that makes them sum to zero. */
function bought(...amounts: readonly (readonly [AccountCode, bigint])[]): Posting[] {
  const rest = amounts.reduce((sum, [, amountMinor]) => sum - amountMinor, 0n);
  return [...amounts, ['cost_variances', rest] as const].map(([account, amountMinor]) => {
    return { account, currency: EUR, amountMinor };
  });
}

/** What moves money, credit and stock, and sells nothing. */
async function moveEverythingElse() {
  const amount = { currency: EUR, amountMinor: 700n };
  const moved = { ...amount, provider: 'test' };
  const about = { reference: 'elsewhere', orderId: newId(), now: NOW };
  await transact(db, async (tx) => {
    await postAll(tx, [
      { ...about, kind: 'capture', postings: capturePostings(moved) },
      { ...about, kind: 'refund_paid', postings: refundPaidPostings(moved) },
      { ...about, kind: 'fee', postings: feePostings(moved) },
      { ...about, kind: 'payout', postings: payoutPostings(moved) },
      { ...about, kind: 'dispute_opened', postings: disputeOpenedPostings(moved) },
      { ...about, kind: 'dispute_won', postings: disputeWonPostings(moved) },
      { ...about, kind: 'dispute_lost', postings: disputeLostPostings(moved) },
      { ...about, kind: 'exchange', postings: exchangePaidPostings(amount) },
      { ...about, kind: 'rounding', postings: roundingPostings(EUR, 2n) },
      { ...about, kind: 'gift_card_expired', postings: giftCardExpiredPostings(amount) },
      // What goods that were sold before turn out to cost is no row of a sale: it has an account of its own.
      { ...about, kind: 'receipt_undone', postings: bought(['goods_received', 9n], ['inventory', -8n]) },
      { ...about, kind: 'landed_cost', postings: bought(['inventory', 7n], ['freight_accrued', -12n]) },
      { ...about, kind: 'purchase_invoiced', postings: bought(['goods_received', 9n], ['payables', -12n]) },
      { ...about, kind: 'purchase_invoice_undone', postings: bought(['input_tax', -9n], ['payables', 12n]) },
      { ...about, kind: 'charges_invoiced', postings: bought(['freight_accrued', 9n], ['payables', -12n]) },
      { ...about, kind: 'charges_undone', postings: bought(['freight_accrued', -9n], ['payables', 12n]) },
      { ...about, kind: 'supplier_paid', postings: bought(['payables', 9n], ['bank', -12n]) },
      { ...about, kind: 'supplier_payment_undone', postings: bought(['payables', -9n], ['bank', 12n]) },
      { ...about, kind: 'supplier_returned', postings: bought(['payables', 3n], ['inventory', -8n]) },
      { ...about, kind: 'supplier_return_undone', postings: bought(['payables', -3n], ['inventory', 8n]) },
    ]);
    const lost = [{ variantId: cup, quantity: -1 }];
    await adjustGoods(tx, { currency: EUR, reference: 'a count', items: lost, now: NOW });
    const key = giftCardKeyOf(Buffer.alloc(32, 7));
    const { id: giftCardId } = await issueGiftCard(tx, { key, ...amount, now: NOW });
    const customerId = newId<'customer'>();
    const granted = { customerId, ...amount, reason: 'goodwill', reference: 'sorry', now: NOW } as const;
    await grantStoreCredit(tx, granted);
    const { orderId } = about;
    for (const source of [{ giftCardId }, { customerId, currency: EUR }]) {
      expectOk(await redeem(tx, { source, amountMinor: 700n, orderId, now: NOW }));
    }
    await restore(tx, { orderId, now: NOW });
  });
}

/** Accounts of the journal that other transactions move: what a card or credit is given away for is no order's. */
const NO_SALE: Partial<Record<TransactionKind, readonly string[]>> = {
  // A card that was ordered is a card that is there: it was sold before.
  gift_card_issued: ['gift_cards_sold', 'goodwill'],
  store_credit_granted: ['goodwill'],
};

test('every kind of transaction is in the journal, or cannot be about a sale', async () => {
  await sellAndTakeBack();
  await moveEverythingElse();
  const { rows: posted } = await sql<{ kind: TransactionKind; accounts: string[] }>`
    select kind, coalesce(array_agg(distinct split_part(account, ':', 1) order by split_part(account, ':', 1))
      filter (where account is not null), '{}') as accounts
    from ledger.transaction left join ledger.posting on posting.transaction_id = transaction.id
    group by kind order by kind`.execute(db);
  // Each of them was posted here: a new kind has to say what it is about, and be posted by this test.
  assert.deepEqual(
    posted.map(({ kind }) => kind),
    Object.keys(JOURNALED).toSorted(),
  );
  const ofSales = new Set<string>(JOURNALED_ACCOUNTS.map(([account]) => account));
  for (const { kind, accounts } of posted) {
    const found = accounts.filter((account) => ofSales.has(account));
    if (JOURNALED[kind] === undefined) assert.deepEqual(found, NO_SALE[kind] ?? [], kind);
    else assert.ok(found.length > 0, kind);
  }
  const { rows: kept } = await sql<{ ledger_kind: string; kind: string }>`
    select distinct ledger_kind, kind from orders.sales_entry order by 1`.execute(db);
  const expected = Object.entries(JOURNALED).flatMap(([kind, journaled]) => {
    return journaled === undefined ? [] : [{ ledger_kind: kind, kind: journaled }];
  });
  assert.deepEqual(
    kept,
    expected.toSorted((a, b) => (a.ledger_kind < b.ledger_kind ? -1 : 1)),
  );
  assert.deepEqual(await journalDifferences(db), []);
});
