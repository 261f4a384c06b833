import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { NOW, openSellingShop } from '../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../test/selling/shopper.ts';
import { expectOk } from '../../kernel/index.ts';
import { transact } from '../../platform/database/index.ts';
import { runDueJobs } from '../../platform/jobs/index.ts';
import {
  cancelOrder,
  fulfilOrder,
  type OrderId,
  readOrder,
  refundOrder,
  removePieces,
} from '../orders/index.ts';
import {
  documentPdf,
  invoicesReactions,
  issueInvoice,
  listDocuments,
  packingSlipPdf,
  readDocuments,
} from './index.ts';

const connection = await testDatabase();
const { db } = connection;
const shop = await openSellingShop(connection);
const [cup, pot] = shop.variants;

async function aPaidOrder(): Promise<OrderId> {
  const token = await aReadyCart(shop, { variantId: cup, quantity: 2 }, { variantId: pot, quantity: 1 });
  return expectOk(await order(shop, token)).orderId;
}

const react = () => runDueJobs({ connection, reactions: invoicesReactions });

describe('documents', () => {
  test('follow the order: an invoice, and a credit note that corrects it', async () => {
    const orderId = await aPaidOrder();
    const paid = await readOrder(db, orderId);
    const line = paid?.lines[0];
    assert.ok(paid && line);
    const lines = [{ lineId: line.id, quantity: 1 }];
    const asked = { lines, delivery: 'rest', goodwillMinor: 0n, means: 'original' } as const;
    expectOk(await refundOrder(shop.deps, { ...asked, orderId, reason: 'late', actor: 'staff', now: NOW }));
    await react();
    await react();
    const [invoice, note, ...more] = await readDocuments(db, orderId);
    assert.ok(invoice && note);
    assert.deepEqual([invoice.kind, note.kind, more.length], ['invoice', 'credit_note', 0]);
    assert.equal(note.content.correctsNumber, invoice.number);
    const { totals } = invoice.content;
    const minor = (decimal: string) => BigInt(decimal.replace('.', ''));
    assert.equal(minor(totals.total), paid.totals.totalMinor);
    assert.equal(minor(totals.net) + minor(totals.tax), minor(totals.total));
    const given = note.content.totals;
    assert.equal(minor(given.goods) + minor(given.delivery), minor(given.total));
    assert.equal(minor(given.net) + minor(given.tax), minor(given.total));
  });

  test('of all orders are listed, the latest first, page by page and by kind', async () => {
    const [first, second] = [await aPaidOrder(), await aPaidOrder()];
    await react();
    await react();
    const invoices = await listDocuments(db, { kind: 'invoice', limit: 2 });
    assert.deepEqual(invoices.map(({ orderId }) => orderId).toSorted(), [first, second].toSorted());
    const [content] = (await readDocuments(db, first)).map((one) => one.content);
    const listed = invoices.find(({ orderId }) => orderId === first);
    assert.deepEqual([listed?.total, listed?.currency], [content?.totals.total, 'EUR']);
    const [newest, older] = invoices;
    assert.ok(newest && older);
    const rest = await listDocuments(db, { kind: 'invoice', limit: 100, before: newest.id });
    assert.equal(rest[0]?.id, older.id);
    assert.ok(rest.every(({ kind, id }) => kind === 'invoice' && id !== newest.id));
  });

  test('of a cancelled order are taken back whole', async () => {
    const orderId = await aPaidOrder();
    await react();
    expectOk(await cancelOrder(shop.deps, { orderId, reason: 'merchant', actor: 'staff', now: NOW }));
    await react();
    const [invoice, note] = await readDocuments(db, orderId);
    assert.equal(note?.content.totals.total, invoice?.content.totals.total);
    assert.equal(note?.content.correctsNumber, invoice?.number);
  });

  test('credit what an edit takes off before it is paid, and then what is left', async () => {
    const token = await aReadyCart(shop, { variantId: cup, quantity: 2 }, { variantId: pot, quantity: 1 });
    const { orderId } = expectOk(await order(shop, token, { methodId: shop.heldCard }));
    const line = (await readOrder(db, orderId))?.lines.find(({ variantId }) => variantId === cup);
    assert.ok(line);
    const lines = [{ lineId: line.id, quantity: 1 }];
    expectOk(await removePieces(shop.deps, { orderId, lines, actor: 'staff', now: NOW }));
    await react();
    expectOk(await cancelOrder(shop.deps, { orderId, reason: 'merchant', actor: 'staff', now: NOW }));
    await react();
    const documents = await readDocuments(db, orderId);
    assert.deepEqual(
      documents.map(({ kind, content }) => [kind, content.totals.total, content.totals.tax]),
      [
        ['invoice', '58.90', '9.40'],
        ['credit_note', '12.00', '1.92'],
        ['credit_note', '46.90', '7.48'],
      ],
    );
  });

  test('have numbers without gaps, however many are issued at once and some fail', async () => {
    const orders = await Promise.all(Array.from({ length: 6 }, aPaidOrder));
    await react();
    const fresh = await Promise.all(Array.from({ length: 6 }, aPaidOrder));
    const failing = fresh.map((orderId, index) =>
      transact(db, async (tx) => {
        await issueInvoice(tx, { orderId, now: NOW });
        if (index % 2 === 0) throw new Error('the lights went out');
      }).catch(() => undefined),
    );
    await Promise.all(failing);
    await react();
    assert.ok(orders.length > 0);
    const { rows } = await sql<{ number: string }>`
      select number from invoices.document where kind = 'invoice' order by number`.execute(db);
    assert.deepEqual(
      rows.map(({ number }) => number),
      rows.map((_, index) => `2026-${String(index + 1).padStart(6, '0')}`),
    );
  });

  test('never change', async () => {
    await assert.rejects(sql`update invoices.document set number = 'x'`.execute(db), /append-only/);
  });
});

describe('a PDF', () => {
  test('of the same document is the same bytes', async () => {
    const orderId = await aPaidOrder();
    const invoice = await transact(db, (tx) => issueInvoice(tx, { orderId, now: NOW }));
    assert.ok(invoice);
    const [first, second] = [await documentPdf(invoice.content), await documentPdf(invoice.content)];
    assert.equal(first.subarray(0, 5).toString(), '%PDF-');
    assert.ok(first.equals(second));
  });

  test('slip comes with a parcel, and not with another order’s', async () => {
    const [orderId, other] = [await aPaidOrder(), await aPaidOrder()];
    const parcel = expectOk(
      await transact(db, (tx) => fulfilOrder(tx, { orderId, actor: 'staff', now: NOW })),
    );
    assert.ok(await packingSlipPdf(db, { orderId, fulfilmentId: parcel.id }));
    assert.equal(await packingSlipPdf(db, { orderId: other, fulfilmentId: parcel.id }), undefined);
  });
});
