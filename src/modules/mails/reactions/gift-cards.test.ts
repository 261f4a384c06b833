import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { mailsJobs, mailsReactions, readMail, readMailbox } from '../index.ts';

const shop = await openSellingShop(await testDatabase());
const { connection, deps } = shop;
const { db } = deps;
const MAILS = { transport: undefined, from: undefined, baseUrl: 'http://localhost:3000' };
const work = { connection, jobs: mailsJobs(MAILS), reactions: mailsReactions(MAILS) };

test('each gift card that was bought comes in a mail of its own, once', async () => {
  const { orderId } = expectOk(
    await order(shop, await aReadyCart(shop, { variantId: shop.variants[0], quantity: 1 })),
  );
  const cards = ['AAAA-BBBB-CCCC-DDDD', 'EEEE-FFFF-GGGG-HHHH'].map((code) => ({
    code,
    pin: '123456',
    amount: '25.00',
  }));
  await db.transaction().execute((tx) => tell(tx, 'orders.gift_cards_issued', { orderId, cards }));
  await runDueJobs(work);
  await runDueJobs(work);
  const { mails } = expectOk(await readMailbox(db, { limit: 50 }));
  const found = await Promise.all(
    mails.filter(({ kind }) => kind === 'gift_card').map(({ id }) => readMail(db, id)),
  );
  assert.equal(found.length, 2);
  for (const { code } of cards) assert.equal(found.filter((mail) => mail?.text.includes(code)).length, 1);
  assert.ok(found.every((mail) => mail?.text.includes('123456') && mail.text.includes('€25.00')));
});
