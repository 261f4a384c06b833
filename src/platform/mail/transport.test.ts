import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { startMailServer } from '../../../test/mail-server.ts';
import { type OutgoingMail, openMailTransport, parseMailbox } from './index.ts';

const server = await startMailServer();
const transport = openMailTransport(server.url);
after(async () => {
  transport.close();
  await server.close();
});
beforeEach(() => {
  server.received.length = 0;
  server.behave('well');
});

const MAIL: OutgoingMail = {
  messageId: '0197@shop.example',
  from: { name: 'Mill & Söhne', address: 'orders@shop.example' },
  to: 'ada@example.com',
  subject: 'Größe 42',
  text: 'plain',
  html: '<p>rich</p>',
  writtenAt: Temporal.Instant.from('2026-06-19T09:30:00Z'),
};

test('a mail goes to its one recipient with both its bodies, its sender, its time and its Message-ID', async () => {
  assert.deepEqual(await transport.send(MAIL), { ok: true, value: undefined });
  const [mail] = server.received;
  assert.deepEqual(mail?.to, ['ada@example.com']);
  for (const part of [
    'Message-ID: <0197@shop.example>',
    'Date: Fri, 19 Jun 2026 09:30:00 +0000',
    'To: ada@example.com',
    '<orders@shop.example>',
    'Auto-Submitted: auto-generated',
    'multipart/alternative',
    'plain',
    '<p>rich</p>',
  ]) {
    assert.ok(mail?.raw.includes(part), part);
  }
});

test('an address that hides a second one, or a header, reaches nobody else', async () => {
  for (const to of ['ada@example.com, eve@example.com', 'ada@example.com\r\nBcc: eve@example.com']) {
    const sent = await transport.send({ ...MAIL, to });
    assert.equal(!sent.ok && sent.refusal.code, 'not_an_address');
  }
  assert.equal(server.received.length, 0);
  await transport.send({ ...MAIL, subject: 'Hi\r\nBcc: eve@example.com' });
  assert.deepEqual(server.received.at(-1)?.to, ['ada@example.com']);
  assert.doesNotMatch(server.received.at(-1)?.raw ?? '', /^Bcc:/m);
});

for (const mood of ['no_such_mailbox', 'too_large'] as const) {
  test(`${mood} is the answer for good, in the server's words`, async () => {
    server.behave(mood);
    const sent = await transport.send(MAIL);
    assert.match(sent.ok ? '' : sent.refusal.message, /55[02] /);
  });
}

for (const mood of ['busy', 'lost'] as const) {
  test(`a server that is ${mood} may be asked again`, async () => {
    server.behave(mood);
    await assert.rejects(transport.send(MAIL));
    server.behave('well');
    assert.equal((await transport.send(MAIL)).ok, true);
  });
}

test('a server that is not there, or does not let us in, may be asked again', async () => {
  const nowhere = openMailTransport('smtp://127.0.0.1:1');
  await assert.rejects(nowhere.send(MAIL), /ECONNREFUSED/);
  nowhere.close();
  const stranger = openMailTransport(server.url.replace('smtp://', 'smtp://who:wrong@'));
  await assert.rejects(stranger.send(MAIL));
  stranger.close();
});

test('a sender is an address, with or without a name', () => {
  const shop = { name: 'Mill & Sons', address: 'orders@mill.example' };
  const table: [text: string, expected: ReturnType<typeof parseMailbox>][] = [
    ['Mill & Sons <orders@mill.example>', shop],
    ['"Mill & Sons" <orders@mill.example>', shop],
    ['orders@mill.example', { name: '', address: 'orders@mill.example' }],
    ['Mill & Sons', undefined],
    ['a@b.example, c@d.example', undefined],
    ['A <a@b.example>\r\nBcc: c@d.example', undefined],
  ];
  for (const [text, expected] of table) assert.deepEqual(parseMailbox(text), expected, text);
});
