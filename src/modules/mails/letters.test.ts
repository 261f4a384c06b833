import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { startMailServer } from '../../../test/mail-server.ts';
import { expectOk, localeOf } from '../../kernel/index.ts';
import { enqueue, runDueJobs } from '../../platform/jobs/index.ts';
import { openMailTransport } from '../../platform/mail/index.ts';
import { NEW_SHOP, saveShop } from '../markets/index.ts';
import { type Letter, letterAsMail, mailsJobs, queueLetter, readMail, readMailbox } from './index.ts';
import { writtenReaction } from './send-mail.ts';

const connection = await testDatabase();
const { db } = connection;
const server = await startMailServer();
const transport = openMailTransport(server.url);
const NOW = Temporal.Instant.from('2026-06-19T09:30:00Z');
const SHOP = {
  ...NEW_SHOP,
  name: 'Mill & Sons',
  legalName: 'Mill GmbH',
  postalAddress: 'Weg 1',
  email: 'orders@mill.example',
};
expectOk(await db.transaction().execute((tx) => saveShop(tx, { ...SHOP, baseUrl: 'https://mill.example' })));
after(async () => {
  transport.close();
  await server.close();
});
beforeEach(() => {
  server.received.length = 0;
});

const DEPS = { transport, from: undefined, baseUrl: 'http://localhost:3000' };
const work = { connection, jobs: mailsJobs(DEPS), reactions: [writtenReaction(DEPS)] };
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const UNSUBSCRIBE = 'https://mill.example/r/unsubscribe/abc';

function letterSaying(text: string): Letter {
  return {
    subject: `Numbers ${text}`,
    preview: text,
    blocks: [
      { kind: 'heading', text, detail: 'last week' },
      { kind: 'figures', figures: [{ label: 'Net sales', value: '€12.00', change: '+3%' }] },
      { kind: 'picture', cid: 'chart-1', alt: `A line that says ${text}` },
      { kind: 'table', columns: ['Channel', 'Orders'], rows: [{ cells: [text, '7'], isTotal: true }] },
    ],
  };
}

const queue = (dedupeKey: string, text = 'well', more: { readonly unsubscribeUrl?: string } = {}) =>
  db.transaction().execute((tx) =>
    queueLetter(tx, {
      ...{ kind: 'report', letter: letterSaying(text), pictures: [{ cid: 'chart-1', bytes: PNG }] },
      ...{ to: 'ada@example.com', locale: localeOf('fr'), dedupeKey, now: NOW, ...more },
    }),
  );

test('a letter of others goes out with its pictures inside, and a way to have no more of them', async () => {
  assert.equal(await queue('report:1', 'well', { unsubscribeUrl: UNSUBSCRIBE }), true);
  await runDueJobs(work);
  const [mail] = server.received;
  for (const part of [
    'Content-ID: <chart-1>',
    'Content-Type: image/png',
    'Content-Disposition: inline',
    'src=3D"cid:chart-1"',
    `List-Unsubscribe: <${UNSUBSCRIBE}>`,
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  ]) {
    assert.ok(mail?.raw.includes(part), part);
  }
  assert.ok(mail?.raw.replaceAll(/\r\n/g, '').includes(PNG.toString('base64')));
});

test('a letter to the team has no such way, and the same letter is sent once', async () => {
  await queue('report:2');
  assert.equal(await queue('report:2'), false);
  await runDueJobs(work);
  assert.equal(server.received.length, 1);
  assert.doesNotMatch(server.received[0]?.raw ?? '', /List-Unsubscribe/);
});

test('in the mailbox its pictures are seen, and what went to several is kept once', async () => {
  const [row] = expectOk(await readMailbox(db, { limit: 1 })).mails;
  const mail = row && (await readMail(db, row.id));
  assert.equal(mail?.kind, 'report');
  assert.ok(mail?.html.includes(`src="data:image/png;base64,${PNG.toString('base64')}"`));
  const { rows } = await sql<{ count: number }>`select count(*)::int from mails.picture`.execute(db);
  assert.deepEqual(rows, [{ count: 1 }]);
});

test('what somebody named their product stays text in every part of it, in HTML and in plain text', async () => {
  const attack = '"><script>alert(1)</script><img src=x onerror=a()>';
  const [mail, clean] = await Promise.all(
    [attack, 'plain'].map((text) => letterAsMail(db, letterSaying(text), localeOf('de'))),
  );
  const tagsIn = (html: string | undefined) => html?.match(/<[a-z/!][^>]*>/gi)?.length;
  assert.equal(tagsIn(mail?.html), tagsIn(clean?.html));
  assert.equal(
    mail?.text,
    clean?.text.replaceAll('plain', attack).replaceAll(/^-{5}$/gm, '-'.repeat(attack.length)),
  );
});

test('after three months they go, with pictures that no other mail has', async () => {
  const left = async (days: number) => {
    await sql`update mails.mail set created_at = now() - make_interval(days => ${days})`.execute(db);
    await db.transaction().execute((tx) => enqueue(tx, 'mails.prune', {}));
    await runDueJobs(work);
    const { rows } = await sql`select 1 from mails.mail union all select 1 from mails.picture`.execute(db);
    return rows.length;
  };
  assert.deepEqual([await left(89), await left(91)], [3, 0]);
});

test('a file goes with it under its name, once, as its reader keeps it', async () => {
  const bytes = Buffer.from('%PDF-1.7 what is ordered');
  const files = [{ name: 'PO-1.pdf', mediaType: 'application/pdf' as const, bytes }];
  await db.transaction().execute((tx) =>
    queueLetter(tx, {
      ...{ kind: 'purchase_order', letter: letterSaying('an order'), pictures: [], files },
      ...{ to: 'potter@example.com', locale: localeOf('de'), dedupeKey: 'order:1', now: NOW },
    }),
  );
  await runDueJobs(work);
  const raw = server.received[0]?.raw ?? '';
  assert.match(raw, /Content-Type: application\/pdf; name=PO-1\.pdf/);
  assert.match(raw, /Content-Disposition: attachment; filename=PO-1\.pdf/);
  assert.ok(raw.replaceAll(/\r\n/g, '').includes(bytes.toString('base64')));
});
