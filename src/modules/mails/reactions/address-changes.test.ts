import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW } from '../../../../test/selling/open-shop.ts';
import { anOrderTo, openWorld, PLACES } from '../../../../test/selling/places.ts';
import { expectOk } from '../../../kernel/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import {
  endProposal,
  previewAddressChange,
  proposeAddress,
  readOrder,
  readOrderByAccess,
} from '../../orders/index.ts';
import { mailsJobs, mailsReactions, readMail, readMailbox } from '../index.ts';

const shop = await openWorld(await testDatabase(8));
const { connection, deps } = shop;
const { db } = deps;
const MAILS = { transport: undefined, from: undefined, baseUrl: 'http://localhost:3000' };
const work = { connection, jobs: mailsJobs(MAILS), reactions: mailsReactions(MAILS) };
const STAFF = { actor: 'staff', now: NOW };

async function textsOf(kind: string): Promise<string[]> {
  await runDueJobs(work);
  const { mails } = expectOk(await readMailbox(db, { limit: 100 }));
  const found = mails.filter((one) => one.kind === kind);
  return Promise.all(found.map(async ({ id }) => (await readMail(db, id))?.text ?? ''));
}

test('another address that costs more is asked about with its price and a link, and its end is told', async () => {
  const orderId = await anOrderTo(shop);
  const address = PLACES.vienna;
  const seen = expectOk(await previewAddressChange(deps, { orderId, address, now: NOW }));
  const expectedTotalMinor = seen.after.totalMinor;
  expectOk(await proposeAddress(deps, { orderId, address, expectedTotalMinor, ...STAFF }));
  const [asked = '', ...others] = await textsOf('address_change_asked');
  assert.equal(others.length, 0);
  for (const part of ['€5.00 more', '1010 Wien', '10115 Berlin', '€63.90', 'You can choose until']) {
    assert.ok(asked.includes(part), `${part} in\n${asked}`);
  }
  const [, number = '', token = ''] = /:3000\/orders\/([\w-]+)\/address\?key=([\w-]+)/.exec(asked) ?? [];
  assert.equal((await readOrder(db, orderId))?.number, number);
  const opened = await readOrderByAccess(db, { order: number, token, now: Temporal.Now.instant() });
  assert.equal(opened?.id, orderId);
  expectOk(await endProposal(deps, { orderId, as: 'withdrawn', ...STAFF }));
  const [ended = ''] = await textsOf('address_change_ended');
  assert.match(ended, /address stays as it was[\s\S]*10115 Berlin/);
  assert.doesNotMatch(ended, /go back the way/);
});
