import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk, type Result } from '../../../kernel/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { newId } from '../../../platform/id.ts';
import { anEvidence } from '../contract/evidence.ts';
import { aShop } from '../contract/shop.ts';
import { testWorld } from '../contract/test-world.ts';
import {
  contestDispute,
  type Dispute,
  keepEvidenceFile,
  type NamedFile,
  openEvidenceFile,
  readDisputes,
  readSentEvidence,
} from '../index.ts';
import { forgetEvidence } from './forget.ts';

const { db } = await testDatabase(8);
const folder = await mkdtemp(join(tmpdir(), 'institor-evidence-'));
after(() => rm(folder, { recursive: true }));
const files = folderStore(folder);
const world = await testWorld(db);
const shop = aShop(world);
const { now } = world;
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const { files: _, ...evidence } = anEvidence([]);

/** A payment that a shopper's bank wants back. */
async function disputed() {
  const { payment, begun } = await shop.start({ mode: 'in_page', token: 'tok_visa' });
  await world.openDispute(begun.snapshot, 4_000n);
  await shop.settle(payment.id);
  const read = () => readDisputes(db, { orderId: payment.orderId, limit: 1 });
  const [dispute] = await read();
  assert.ok(dispute);
  const close = async () => {
    await world.closeDispute(begun.snapshot, 'won');
    await shop.settle(payment.id);
  };
  return { dispute, read, close, orderId: payment.orderId };
}

const keep = (disputeId: Dispute['id'], content: string, name = 'invoice.pdf') => {
  const data = Buffer.from(content, 'latin1');
  return keepEvidenceFile({ db, files }, { disputeId, data, name, actor: 'staff', now: now() });
};
const contest = (id: Dispute['id'], sent: readonly NamedFile[] = [], change = {}) => {
  const about = { id, evidence: { ...evidence, ...change }, files: sent, actor: 'staff', now: now() };
  return contestDispute({ ...shop.deps, files }, about);
};
const contentOf = async (disputeId: Dispute['id'], fileId: NamedFile['fileId']) => {
  const opened = await openEvidenceFile({ db, files }, { disputeId, fileId });
  return opened && `${opened.name}: ${await buffer(opened.stream)}`;
};

describe('a dispute', () => {
  test('waits to be answered until it is contested, the most urgent first', async () => {
    const { dispute, read, close, orderId } = await disputed();
    const waiting = () => readDisputes(db, { isWaiting: true, orderId, limit: 10 });
    assert.deepEqual([dispute.amountMinor, dispute.state], [4_000n, 'open']);
    assert.ok(dispute.evidenceDueAt && Temporal.Instant.compare(dispute.evidenceDueAt, now()) > 0);
    assert.deepEqual(await waiting(), [dispute]);
    assert.equal(codeOf(await contest(dispute.id)), 'ok');
    assert.deepEqual(await waiting(), []);
    await close();
    assert.equal(codeOf(await contest(dispute.id)), 'not_possible_now');
    assert.equal((await read())[0]?.state, 'won');
    assert.equal(codeOf(await contest(newId())), 'unknown_dispute');
  });
});

describe('what is sent against a dispute', () => {
  test('is kept with its files, which can be opened again, and the same again is one evidence', async () => {
    const { dispute } = await disputed();
    const invoice = expectOk(await keep(dispute.id, '%PDF-1.7 invoice'));
    const door = expectOk(await keep(dispute.id, '\xff\xd8\xff door', 'the door'));
    assert.deepEqual([door.type, door.name], ['image/jpeg', 'the door.jpeg']);
    assert.equal(expectOk(await keep(dispute.id, '%PDF-1.7 invoice', 'again.pdf')).id, invoice.id);
    const sent = [
      { fileId: invoice.id, kind: 'receipt' },
      { fileId: door.id, kind: 'other' },
    ] as const;
    for (const _ of ['at first', 'and again']) assert.equal(codeOf(await contest(dispute.id, sent)), 'ok');
    const [kept, ...others] = await readSentEvidence(db, dispute.id);
    assert.ok(kept);
    assert.deepEqual([others, kept.actor, kept.texts], [[], 'staff', evidence]);
    assert.deepEqual(
      kept.files.map(({ kind, name, bytes }) => [kind, name, bytes]),
      [
        ['receipt', 'invoice.pdf', 16],
        ['other', 'the door.jpeg', 8],
      ],
    );
    assert.equal(await contentOf(dispute.id, invoice.id), 'invoice.pdf: %PDF-1.7 invoice');
    const there = await world.evidence?.arrived(dispute.reference);
    assert.deepEqual(
      there?.files.map(({ name, digest }) => [name, digest]),
      kept.files.map(({ name, digest }) => [name, digest]),
    );
    assert.equal(
      codeOf(await contest(dispute.id, [], { explanation: 'Something else' })),
      'not_possible_now',
    );
    assert.equal((await readSentEvidence(db, dispute.id)).length, 1);
  });

  test('that arrived though its answer was lost is kept when it is sent again', async () => {
    const { dispute, read } = await disputed();
    const { id: fileId } = expectOk(await keep(dispute.id, '%PDF-1.7 slip'));
    const sent = [{ fileId, kind: 'shipping_documentation' }] as const;
    world.evidence?.fault('timeout_after');
    await assert.rejects(contest(dispute.id, sent), /timeout_after/);
    assert.deepEqual(
      [await readSentEvidence(db, dispute.id), (await read())[0]?.contestedAt],
      [[], undefined],
    );
    assert.equal(codeOf(await contest(dispute.id, sent)), 'ok');
    assert.equal((await world.evidence?.arrived(dispute.reference))?.times, 1);
    assert.equal((await readSentEvidence(db, dispute.id))[0]?.files.length, 1);
    assert.ok((await read())[0]?.contestedAt);
  });

  test('is refused before it is sent where a file is no evidence, another dispute’s, or not taken', async () => {
    const [{ dispute, read }, { dispute: other }] = [await disputed(), await disputed()];
    const table: readonly (readonly [content: string, code: string])[] = [
      ['GIF89a', 'file_type_not_taken'],
      ['', 'file_type_not_taken'],
      [`%PDF-${'x'.repeat(10_000_000)}`, 'file_too_large'],
    ];
    for (const [content, code] of table) assert.equal(codeOf(await keep(dispute.id, content)), code);
    assert.equal(codeOf(await keep(newId(), '%PDF-1.7')), 'unknown_dispute');
    const { id: theirs } = expectOk(await keep(other.id, '%PDF-1.7 theirs'));
    assert.equal(codeOf(await contest(dispute.id, [{ fileId: theirs, kind: 'other' }])), 'unknown_file');
    assert.equal(await contentOf(dispute.id, theirs), undefined);
    const { id: fileId } = expectOk(await keep(dispute.id, `%PDF-${'x'.repeat(6_000_000)}`, 'film.pdf'));
    // Not even read.
    for await (const key of files.list(`evidence/${dispute.id}`)) await files.remove(key);
    const refused = await contest(dispute.id, [{ fileId, kind: 'other' }]);
    assert.match(refused.ok ? '' : refused.refusal.message, /^"film\.pdf" has 6,000,005 bytes/);
    assert.deepEqual(
      [await readSentEvidence(db, dispute.id), (await read())[0]?.contestedAt],
      [[], undefined],
    );
  });

  test('is changed by nobody, and erased as a whole long after the dispute is closed', async () => {
    const { dispute, close } = await disputed();
    const { id: fileId } = expectOk(await keep(dispute.id, '%PDF-1.7 invoice'));
    expectOk(await contest(dispute.id, [{ fileId, kind: 'receipt' }]));
    const change = (set: ReturnType<typeof sql>) =>
      sql`update payments.dispute_evidence set ${set} where dispute_id = ${dispute.id}`.execute(db);
    const stays = /stays as it was sent/;
    await assert.rejects(change(sql`actor = 'nobody'`), stays);
    await assert.rejects(change(sql`files = '[]'`), stays);
    await assert.rejects(change(sql`texts = null, erased_at = now()`), stays);
    await assert.rejects(sql`delete from payments.dispute_evidence`.execute(db), stays);
    await assert.rejects(sql`truncate payments.dispute_evidence`.execute(db), stays);
    const forgetIn = (days: number) =>
      forgetEvidence({ db, files }, { now: now().add({ hours: 24 * days }) });
    await forgetIn(3 * 365 + 1);
    assert.ok((await readSentEvidence(db, dispute.id))[0]?.texts, 'an open dispute keeps it');
    await close();
    await forgetIn(3 * 365 - 1);
    assert.ok((await readSentEvidence(db, dispute.id))[0]?.texts);
    assert.ok(await contentOf(dispute.id, fileId));
    assert.equal(await forgetIn(3 * 365 + 1), 1);
    const [erased] = await readSentEvidence(db, dispute.id);
    assert.deepEqual([erased?.texts, erased?.files, erased?.actor], [undefined, [], 'staff']);
    assert.ok(erased?.erasedAt);
    assert.equal(await contentOf(dispute.id, fileId), undefined);
    assert.deepEqual(await Array.fromAsync(files.list(`evidence/${dispute.id}`)), []);
  });

  test('stays when files that nobody sent go after thirty days', async () => {
    const { dispute } = await disputed();
    const [{ id: sent }, { id: unsent }] = [
      expectOk(await keep(dispute.id, '%PDF-1.7 sent')),
      expectOk(await keep(dispute.id, '%PDF-1.7 unsent')),
    ];
    expectOk(await contest(dispute.id, [{ fileId: sent, kind: 'receipt' }]));
    const forgetIn = (days: number) =>
      forgetEvidence({ db, files }, { now: now().add({ hours: 24 * days }) });
    await forgetIn(29);
    assert.ok(await contentOf(dispute.id, unsent));
    await forgetIn(31);
    assert.ok(await contentOf(dispute.id, sent));
    assert.equal(await contentOf(dispute.id, unsent), undefined);
  });
});
