import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { startMailServer } from '../../../test/mail-server.ts';
import { expectOk, localeOf } from '../../kernel/index.ts';
import { newId } from '../../platform/id.ts';
import { readDeadLetters, runDueJobs } from '../../platform/jobs/index.ts';
import { openMailTransport } from '../../platform/mail/index.ts';
import { NEW_SHOP, saveShop } from '../markets/index.ts';
import { EXAMPLES } from './examples.ts';
import {
  MAIL_KINDS,
  type MailDeps,
  type MailKind,
  mailsJobs,
  previewMail,
  queueMail,
  readMail,
  readMailbox,
} from './index.ts';
import { writtenReaction } from './send-mail.ts';

const connection = await testDatabase();
const { db } = connection;
const server = await startMailServer();
const transport = openMailTransport(server.url);
const NOW = Temporal.Instant.from('2026-06-19T09:30:00Z');
const SHOP = { ...NEW_SHOP, name: 'Mill & Sons', legalName: 'Mill GmbH', email: 'orders@mill.example' };
await db
  .transaction()
  .execute((tx) => saveShop(tx, { ...SHOP, postalAddress: 'Mühlweg 3', baseUrl: 'https://mill.example' }));

after(async () => {
  transport.close();
  await server.close();
});
beforeEach(() => {
  server.received.length = 0;
  server.behave('well');
});

const DEPS = { transport, from: undefined, baseUrl: 'http://localhost:3000' };
const work = (deps: MailDeps) => ({ connection, jobs: mailsJobs(deps), reactions: [writtenReaction(deps)] });
const run = () => runDueJobs({ ...work(DEPS), mayFail: true });
const queue = (dedupeKey: string, kind: MailKind = 'delivered') =>
  db.transaction().execute((tx) =>
    queueMail(tx, {
      kind,
      model: EXAMPLES[kind],
      to: 'ada@example.com',
      locale: localeOf('en'),
      dedupeKey,
      now: NOW,
    }),
  );

async function latest() {
  const { mails } = expectOk(await readMailbox(db, { limit: 1 }));
  const mail = mails[0] && (await readMail(db, mails[0].id));
  assert.ok(mail);
  return mail;
}

async function makeDue(): Promise<void> {
  const due = sql`array(select id from graphile_worker.jobs)`;
  await sql`select graphile_worker.reschedule_jobs(${due}, run_at => now())`.execute(db);
}

const messageIdOf = (raw: string | undefined) => /^Message-ID: (.*)$/m.exec(raw ?? '')?.[1];

test('a mail is sent once, from the shop, however often it is asked for', async () => {
  assert.equal(await queue('once'), true);
  assert.equal(await queue('once'), false);
  await run();
  await run();
  assert.equal(server.received.length, 1);
  assert.match(server.received[0]?.raw ?? '', /From: .*Mill & Sons.* <orders@mill.example>/);
  const mail = await latest();
  assert.equal(mail.state, 'sent');
  assert.equal(messageIdOf(server.received[0]?.raw), `<${mail.id}@mill.example>`);
});

test('two that ask for the same mail at the same moment get one', async () => {
  const asked = await Promise.all([1, 2, 3, 4].map(() => queue('race')));
  assert.equal(asked.filter(Boolean).length, 1);
  await run();
  assert.equal(server.received.length, 1);
});

test('a mail of a transaction that is rolled back is not written', async () => {
  const rolledBack = db.transaction().execute(async (tx) => {
    const delivered = { kind: 'delivered', model: EXAMPLES.delivered } as const;
    await queueMail(tx, {
      ...delivered,
      to: 'ada@example.com',
      locale: localeOf('en'),
      dedupeKey: 'no',
      now: NOW,
    });
    throw new Error('changed my mind');
  });
  await assert.rejects(rolledBack, /changed my mind/);
  await run();
  assert.equal(server.received.length, 0);
});

test('a connection that is lost after the mail was handed over gives the same message again, not another', async () => {
  await queue('lost');
  server.behave('lost');
  await run();
  assert.equal((await latest()).state, 'queued');
  server.behave('well');
  await makeDue();
  await run();
  assert.equal((await latest()).state, 'sent');
  const ids = server.received.map(({ raw }) => messageIdOf(raw));
  assert.equal(ids.length, 2);
  assert.equal(new Set(ids).size, 1);
});

test('a busy server is asked again, and the mailbox shows what it said', async () => {
  await queue('busy');
  server.behave('busy');
  await run();
  const waiting = await latest();
  assert.deepEqual([waiting.state, waiting.attempts], ['queued', 1]);
  assert.match(waiting.failure, /451/);
  server.behave('well');
  await makeDue();
  await run();
  assert.deepEqual([(await latest()).state, (await latest()).failure], ['sent', '']);
});

test('an address that the server knows to be wrong is not asked again', async () => {
  await queue('wrong');
  server.behave('no_such_mailbox');
  await run();
  const mail = await latest();
  assert.equal(mail.state, 'failed');
  assert.match(mail.failure, /550/);
  assert.equal(
    await makeDue()
      .then(run)
      .then((attempts) => attempts.length),
    0,
  );
});

test('a server that stays away for too long makes the mail failed, and its job a dead letter', async () => {
  await queue('gone');
  server.behave('busy');
  await run();
  await sql`update graphile_worker._private_jobs set attempts = 13, run_at = now()`.execute(db);
  await run();
  assert.equal((await latest()).state, 'failed');
  assert.equal((await readDeadLetters(db)).length, 1);
});

test('without a mail server mails stay in the mailbox', async () => {
  await queue('kept', 'sign_in_code');
  await runDueJobs(work({ ...DEPS, transport: undefined }));
  const mail = await latest();
  assert.equal(mail.state, 'kept');
  assert.match(mail.text, /49205713/);
});

test('a code that was sent is not kept where staff could read it', async () => {
  await queue('code', 'sign_in_code');
  await run();
  const mail = await latest();
  assert.deepEqual([mail.state, mail.text, mail.html], ['sent', '', '']);
  assert.match(server.received[0]?.raw ?? '', /49205713/);
});

test('the mailbox goes back page by page, each mail once', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = expectOk(await readMailbox(db, { limit: 3, ...(cursor === undefined ? {} : { cursor }) }));
    seen.push(...page.mails.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  assert.deepEqual(seen, [...new Set(seen)].toSorted().toReversed());
  assert.ok(seen.length > 6);
  const refused = await readMailbox(db, { cursor: 'x' });
  assert.equal(!refused.ok && refused.refusal.code, 'invalid_cursor');
  assert.equal(await readMail(db, newId<'mail'>()), undefined);
});

test('every kind can be previewed as this shop would write it', async () => {
  for (const kind of MAIL_KINDS) {
    const { text, html } = await previewMail(db, kind, localeOf('de'));
    assert.ok(text.includes('Mill GmbH') && html.includes('Mill GmbH'), kind);
  }
});

test('old mails go: codes within days, proof of what was agreed not', async () => {
  await queue('agreed', 'order_confirmation');
  await run();
  const before = expectOk(await readMailbox(db, { limit: 100 })).mails;
  await sql`update mails.mail set created_at = now() - interval '10 days'`.execute(db);
  await sql`select graphile_worker.add_job('mails.prune')`.execute(db);
  await run();
  const left = expectOk(await readMailbox(db, { limit: 100 })).mails;
  assert.ok(before.some(({ kind }) => kind === 'sign_in_code'));
  assert.deepEqual(
    left.map(({ id }) => id),
    before.filter(({ kind }) => kind !== 'sign_in_code').map(({ id }) => id),
  );
});

test('the mailbox is looked through by how an address begins and by what became of a mail', async () => {
  await db.transaction().execute((tx) =>
    queueMail(tx, {
      ...{ kind: 'delivered', model: EXAMPLES.delivered, to: 'Grace_H@example.com', now: NOW },
      ...{ locale: localeOf('en'), dedupeKey: 'look' },
    }),
  );
  const found = async (filter: Parameters<typeof readMailbox>[1]) =>
    expectOk(await readMailbox(db, filter)).mails.map(({ to }) => to);
  assert.deepEqual(await found({ to: 'grace_' }), ['Grace_H@example.com']);
  assert.deepEqual(await found({ to: 'grace_h@', state: 'queued' }), ['Grace_H@example.com']);
  assert.deepEqual(await found({ to: 'grace', state: 'failed' }), []);
  // What a pattern would mean is a letter like others.
  assert.deepEqual(await found({ to: 'gracexh' }), []);
  assert.deepEqual(await found({ to: '%' }), []);
});
