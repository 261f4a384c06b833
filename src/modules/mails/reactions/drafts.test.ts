import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { ENGLISH, EUR, NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { ADDRESS } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { draftOrder } from '../../orders/index.ts';
import { mailsJobs, mailsReactions, readMail, readMailbox } from '../index.ts';

const shop = await openSellingShop(await testDatabase());
const { connection, deps } = shop;
const MAILS = { transport: undefined, from: undefined, baseUrl: 'http://localhost:3000' };
const work = { connection, jobs: mailsJobs(MAILS), reactions: mailsReactions(MAILS) };

test('who an order was put together for gets its pay link, once, with what is in it and what it comes to', async () => {
  const lines = [{ variantId: shop.variants[0], quantity: 3 }];
  const details = { email: 'ada@example.org', shippingAddress: ADDRESS };
  const about = { market: 'eu', locale: ENGLISH, currency: EUR, actor: 'staff', now: NOW };
  const { payToken } = expectOk(
    await draftOrder(deps, { ...about, lines, details, note: 'calls back on Monday' }),
  );
  await runDueJobs(work);
  await runDueJobs(work);
  const { mails } = expectOk(await readMailbox(deps.db, { limit: 10 }));
  assert.deepEqual(
    mails.map(({ kind, to }) => [kind, to]),
    [['draft_order', 'ada@example.org']],
  );
  const [first] = mails;
  assert.ok(first);
  const mail = await readMail(deps.db, first.id);
  assert.equal(mail?.subject, 'Your order at Halden is ready to pay');
  for (const part of ['Hello Ada Byron,', '3 × Cup', '€36.00', `http://localhost:3000/pay?key=${payToken}`]) {
    assert.ok(mail?.text.includes(part), `${part} in\n${mail?.text}`);
  }
  // A note is staff's own.
  assert.ok(!mail?.text.includes('Monday'));
});
