import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { wrongInBooks } from '../../../test/selling/books.ts';
import { NOW } from '../../../test/selling/open-shop.ts';
import { anOrderTo, openWorld, PLACES } from '../../../test/selling/places.ts';
import { expectOk } from '../../kernel/index.ts';
import { transact } from '../../platform/database/index.ts';
import { runDueJobs } from '../../platform/jobs/index.ts';
import {
  cancelOrder,
  changeShippingAddress,
  type OrderId,
  previewAddressChange,
  refundOrder,
} from '../orders/index.ts';
import { invoicesReactions, issueCancellation, readDocuments } from './index.ts';

const connection = await testDatabase();
const { db } = connection;
const shop = await openWorld(connection);
const { deps } = shop;
const STAFF = { actor: 'staff', now: NOW };

afterEach(async () => assert.deepEqual(await wrongInBooks(db), []));

const react = () => runDueJobs({ connection, reactions: invoicesReactions });

async function send(orderId: OrderId, address: (typeof PLACES)[keyof typeof PLACES]): Promise<void> {
  const seen = expectOk(await previewAddressChange(deps, { orderId, address, now: NOW }));
  const expectedTotalMinor = seen.after.totalMinor;
  expectOk(await changeShippingAddress(deps, { orderId, address, expectedTotalMinor, ...STAFF }));
}

/** Kind, total, tax, and which invoice is corrected, by its place among them. */
async function documentsOf(orderId: OrderId) {
  const documents = await readDocuments(db, orderId);
  const ofInvoices = documents.filter(({ kind }) => kind === 'invoice');
  const invoices = ofInvoices.map(({ number }) => number).toSorted();
  return documents
    .map(({ kind, content: { totals, correctsNumber } }) => {
      const of = correctsNumber === undefined ? '' : ` of ${invoices.indexOf(correctsNumber) + 1}`;
      return `${kind}${of} ${totals.total} ${totals.tax}`;
    })
    .toSorted();
}

describe('an order that is agreed anew for another place', () => {
  test('has its invoice taken back whole and another one issued, each time', async () => {
    const orderId = await anOrderTo(shop);
    await react();
    await send(orderId, PLACES.paris);
    await react();
    assert.deepEqual(await documentsOf(orderId), [
      'credit_note of 1 58.90 9.40',
      'invoice 58.90 9.40',
      'invoice 58.90 9.82',
    ]);
    await send(orderId, PLACES.utrecht);
    await react();
    await react();
    assert.deepEqual(await documentsOf(orderId), [
      'credit_note of 1 58.90 9.40',
      'credit_note of 2 58.90 9.82',
      'invoice 56.90 9.88',
      'invoice 58.90 9.40',
      'invoice 58.90 9.82',
    ]);
  });

  test('before its first invoice was issued has one', async () => {
    const orderId = await anOrderTo(shop);
    await send(orderId, PLACES.paris);
    await react();
    assert.deepEqual(await documentsOf(orderId), ['invoice 58.90 9.82']);
  });

  test('is refunded and taken back by its last invoice, however late the news of it comes', async () => {
    const orderId = await anOrderTo(shop);
    await react();
    await send(orderId, PLACES.paris);
    const asked = { lines: [], delivery: 'rest', goodwillMinor: 0n, means: 'original' } as const;
    expectOk(await refundOrder(deps, { ...asked, orderId, reason: 'late', ...STAFF }));
    const cancelled = await anOrderTo(shop);
    await react();
    await send(cancelled, PLACES.paris);
    expectOk(await cancelOrder(deps, { orderId: cancelled, reason: 'merchant', ...STAFF }));
    await transact(db, (tx) => issueCancellation(tx, { orderId: cancelled, now: NOW }));
    await react();
    assert.deepEqual(await documentsOf(orderId), [
      'credit_note of 1 58.90 9.40',
      'credit_note of 2 4.90 0.82',
      'invoice 58.90 9.40',
      'invoice 58.90 9.82',
    ]);
    assert.deepEqual(await documentsOf(cancelled), [
      'credit_note of 1 58.90 9.40',
      'credit_note of 2 58.90 9.82',
      'invoice 58.90 9.40',
      'invoice 58.90 9.82',
    ]);
  });
});
