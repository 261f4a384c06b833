import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { defaultLocation } from '../../inventory/index.ts';
import {
  decideReturn,
  deliverFulfilment,
  fulfilOrder,
  type OrderId,
  readOrder,
  receiveReturn,
  refundOrder,
  removePieces,
  requestReturn,
  withdraw,
} from '../../orders/index.ts';
import { mailsJobs, mailsReactions, readMail, readMailbox } from '../index.ts';

const shop = await openSellingShop(await testDatabase(12));
const { connection, deps } = shop;
const { db } = deps;
const MAILS = { transport: undefined, from: undefined, baseUrl: 'http://localhost:3000' };
const work = { connection, jobs: mailsJobs(MAILS), reactions: mailsReactions(MAILS) };
const [cup, pot] = shop.variants;
const now = Temporal.Now.instant();
const staff = { actor: 'staff', now };
const write = <Value>(verb: (tx: Tx) => Promise<Value>) => db.transaction().execute(verb);

const seen = new Set<string>();
async function news(): Promise<readonly string[]> {
  await runDueJobs(work);
  const { mails } = expectOk(await readMailbox(db, { limit: 100 }));
  const fresh = mails.toReversed().filter(({ id }) => !seen.has(id));
  for (const { id } of fresh) seen.add(id);
  return Promise.all(fresh.map(async ({ id, kind }) => `${kind}\n${(await readMail(db, id))?.text}`));
}

async function anOrder(): Promise<{ readonly orderId: OrderId }> {
  const token = await aReadyCart(shop, { variantId: cup, quantity: 3 }, { variantId: pot, quantity: 1 });
  const { orderId } = expectOk(await order(shop, token));
  await news();
  return { orderId };
}

function assertOne(mails: readonly string[], ...parts: readonly (string | RegExp)[]): void {
  assert.equal(mails.length, 1, mails.map((mail) => mail.split('\n')[0]).join(', '));
  for (const part of parts) {
    assert.ok(typeof part === 'string' ? mails[0]?.includes(part) : part.test(mails[0] ?? ''), `${part}`);
  }
}

test('each parcel is written about when it leaves and when it arrives', async () => {
  const { orderId } = await anOrder();
  const made = await readOrder(db, orderId);
  const cups = made?.lines.find(({ variantId }) => variantId === cup);
  assert.ok(cups);
  const sent = { orderId, carrier: 'DHL', trackingNumber: '0034', ...staff };
  const lines = [{ lineId: cups.id, quantity: 2 }];
  const parcel = expectOk(await write((tx) => fulfilOrder(tx, { ...sent, lines })));
  assertOne(await news(), 'shipped\n', 'a part of your order', '- 2 × ', 'DHL', '0034', 'Lindenweg 12');
  expectOk(await write((tx) => fulfilOrder(tx, sent)));
  assertOne(await news(), 'shipped\n', 'Everything you ordered', '- 1 × ');
  expectOk(await write((tx) => deliverFulfilment(tx, { orderId, fulfilmentId: parcel.id, ...staff })));
  expectOk(await write((tx) => deliverFulfilment(tx, { orderId, fulfilmentId: parcel.id, ...staff })));
  assertOne(await news(), 'delivered\n', '- 2 × ');
});

test('a return is written about when it is asked for, decided and received, and the refund with its amount', async () => {
  const { orderId } = await anOrder();
  const parcel = expectOk(await write((tx) => fulfilOrder(tx, { orderId, ...staff })));
  expectOk(await write((tx) => deliverFulfilment(tx, { orderId, fulfilmentId: parcel.id, ...staff })));
  await news();
  const [line] = parcel.lines;
  assert.ok(line);
  const lines = [{ lineId: line.lineId, quantity: 1, reason: 'changed_mind', note: '' }] as const;
  const asked = expectOk(
    await write((tx) =>
      requestReturn(tx, { orderId, lines, kind: 'return', isApproved: false, actor: 'shopper', now }),
    ),
  );
  assertOne(await news(), 'return_requested\n', '- 1 × ');
  const decision = {
    orderId,
    returnId: asked.id,
    decision: 'approved',
    note: 'Use the label.',
    ...staff,
  } as const;
  expectOk(await write((tx) => decideReturn(tx, decision)));
  assertOne(await news(), 'return_approved\n', '> Use the label.');
  const { id: locationId } = await defaultLocation(db);
  const inspected = [{ lineId: line.lineId, sellableQuantity: 1, damagedQuantity: 0 }];
  expectOk(
    await write((tx) =>
      receiveReturn(tx, { orderId, returnId: asked.id, lines: inspected, locationId, ...staff }),
    ),
  );
  assertOne(await news(), 'return_received\n');
  const back = [{ lineId: line.lineId, quantity: 1 }];
  const refund = {
    orderId,
    lines: back,
    delivery: 'none',
    goodwillMinor: 0n,
    means: 'original',
    reason: '',
    ...staff,
  } as const;
  expectOk(await refundOrder(deps, refund));
  assertOne(await news(), 'refunded\n', /You get €\d+\.\d\d back/, 'By the means you paid with: €');
});

test('an edited order is written about with what is left, and what goes back', async () => {
  const { orderId } = await anOrder();
  const made = await readOrder(db, orderId);
  const cups = made?.lines.find(({ variantId }) => variantId === cup);
  assert.ok(cups);
  expectOk(await removePieces(deps, { orderId, lines: [{ lineId: cups.id, quantity: 2 }], ...staff }));
  const mails = await news();
  assert.deepEqual(mails.map((mail) => mail.split('\n')[0]).toSorted(), ['edited', 'refunded']);
  assert.match(mails.find((mail) => mail.startsWith('edited')) ?? '', /- 1 × [\s\S]*- 1 × /);
});

test('a withdrawal is receipted with its words and its time, also where no order fits it', async () => {
  const { orderId } = await anOrder();
  const made = await readOrder(db, orderId);
  const said = { name: 'Ada Byron', email: 'ada@example.org', statement: 'I withdraw. {{7*7}}', now };
  expectOk(await write((tx) => withdraw(tx, { ...said, orderNumber: made?.number ?? '' })));
  assertOne(await news(), 'withdrawal_receipt\n', '> I withdraw. {{7*7}}', 'Received:', 'ada@example.org');
  expectOk(await write((tx) => withdraw(tx, { ...said, orderNumber: 'none', email: 'eve@example.org' })));
  assertOne(await news(), 'withdrawal_receipt\n', 'eve@example.org', '  none');
});
