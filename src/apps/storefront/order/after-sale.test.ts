import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { issueInvoice } from '../../../modules/invoices/index.ts';
import { fulfilOrder, listOrders } from '../../../modules/orders/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { aCheckout, viewOf } from '../testing/a-checkout.ts';
import { aVisitor } from '../testing/a-visitor.ts';

const connection = await testDatabase();
let till: Awaited<ReturnType<typeof aCheckout>>;

before(async () => {
  till = await aCheckout(connection);
});

after(() => till.server.close());

test('an order’s page shows its parcels and gives its invoice, to who placed it and to nobody else', async () => {
  const { shopper, answer } = await till.orderedWith();
  await shopper.post(String(answer.headers.location), { card: 'success', answer: 'pay' });
  const [own = ''] = String((await shopper.get('/checkout/return')).headers.location).split('?');
  const { db } = connection;
  const orderId = (await listOrders(db, { limit: 1 })).orders[0]?.id;
  assert.ok(orderId);
  const now = Temporal.Now.instant();
  await transact(db, async (tx) => {
    await issueInvoice(tx, { orderId, now });
    const sent = { orderId, carrier: 'DHL', trackingNumber: '00340434161094042557', actor: 'staff', now };
    assert.ok((await fulfilOrder(tx, sent)).ok);
  });
  const { page } = await viewOf(shopper, own);
  assert.ok(page.kind === 'order');
  assert.match(page.parcels[0]?.tracking?.href ?? '', /dhl/);
  const [invoice] = page.documents;
  assert.ok(invoice);
  const file = await shopper.get(invoice.href);
  assert.deepEqual([file.statusCode, file.headers['content-type']], [200, 'application/pdf']);
  assert.equal(file.rawPayload.subarray(0, 5).toString(), '%PDF-');
  assert.equal((await aVisitor(till.server).get(invoice.href)).statusCode, 404);
});
