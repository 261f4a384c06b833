import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { startMailServer } from '../../../../test/mail-server.ts';
import { aMember, invitationFor, STAFF_SECRETS } from '../../../../test/staff.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { openMailTransport } from '../../../platform/mail/index.ts';
import { staffJobs, staffReactions, type TeamMailDeps } from '../index.ts';
import { writeTeamLetter } from './letter.ts';

const NOW = Temporal.Now.instant();
const connection = await testDatabase(8);
const { db } = connection;
const server = await startMailServer();
const transport = openMailTransport(server.url);
after(async () => {
  transport.close();
  await server.close();
});
const deps: TeamMailDeps = {
  ...{ secrets: STAFF_SECRETS, transport, from: { name: 'Mill', address: 'team@mill.example' } },
  baseUrl: 'https://mill.example',
};

test('an invitation is mailed once, with the link that works, and the link is nowhere then', async () => {
  const owner = await aMember(db, NOW);
  const path = await invitationFor(db, {
    ...{ email: 'nora@team.example', roles: ['support', 'buyer'], by: owner.member.id, now: NOW },
  });
  await work();
  await work();
  const [mail] = server.received;
  assert.equal(server.received.length, 1);
  assert.deepEqual(mail?.to, ['nora@team.example']);
  const body = (mail?.raw ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '=');
  assert.ok(body.includes(`https://mill.example${path}`), body);
  const { rows } = await sql<{ state: string; model: unknown }>`
    select state, model from staff.mail where kind = 'invitation'`.execute(db);
  assert.deepEqual(rows, [{ state: 'sent', model: null }]);
});

test('in a shop without a mail server the mail is kept without its link', async () => {
  const owner = await aMember(db, NOW);
  await invitationFor(db, { email: 'k@team.example', roles: ['buyer'], by: owner.member.id, now: NOW });
  await work({ ...deps, transport: undefined });
  const { rows } = await sql`
    select state, model from staff.mail where recipient = 'k@team.example'`.execute(db);
  assert.deepEqual(rows, [{ state: 'kept', model: null }]);
});

test('a letter says who, as what and until when, in each language, and what was typed stays text', () => {
  const model = {
    ...({ kind: 'invitation', invitedBy: '<b>Eve</b>' } as const),
    ...{ roles: ['support', 'Night "shift"'] },
    ...{ sealedToken: '', expiresAt: '2026-11-30T09:00:00Z' },
  } as const;
  const about = { shop: 'Mill & Sons', timeZone: 'Europe/Berlin', link: 'https://mill.example/x#y' };
  const expected = [
    ['en', 'support and Night "shift"', '30 November 2026 at 10:00', 'November 30, 2026 at 10:00'],
    ['de', 'Kundendienst und Night "shift"', '30. November 2026 um 10:00', ''],
    ['fr', 'service client et Night "shift"', '30 novembre 2026', ''],
    ['es', 'atención al cliente y Night "shift"', '30 de noviembre de 2026', ''],
  ] as const;
  for (const [language, roles, until, orUntil] of expected) {
    const { text, html, subject } = writeTeamLetter(model, language, about);
    assert.ok(subject.includes('Mill & Sons') && text.includes(roles), text);
    assert.ok(text.includes(until) || (orUntil !== '' && text.includes(orUntil)), text);
    assert.ok(text.includes(about.link) && text.includes('<b>Eve</b>'));
    assert.ok(html.includes('&lt;b&gt;Eve&lt;/b&gt;') && !html.includes('<b>'), html);
  }
});

function work(withDeps = deps) {
  return runDueJobs({ connection, jobs: staffJobs(withDeps), reactions: staffReactions });
}
