import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { aDispute } from '../../../../test/selling/a-dispute.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { newId } from '../../../platform/id.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, once, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const folder = await mkdtemp(join(tmpdir(), 'institor-disputes-'));
const files = folderStore(folder);
const app = await anApi(connection, aSearch([]), {
  ...{ now: () => NOW, shopping: shoppingWith(selling.deps), files },
});
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});
const clientWith = async (scopes: readonly string[]) => {
  const { secret } = expectOk(await transact(db, (tx) => createKey(tx, { name: 'test', scopes, now: NOW })));
  return makeClient(ADMIN_API, { origin, token: secret });
};
const admin = await clientWith(Object.keys(SCOPES));

const disputed = (how: { readonly isSent?: boolean } = {}) => aDispute(selling, how);

const TEXTS = {
  ...{ productDescription: 'Two cups', customerName: 'Ada Byron', customerEmail: 'ada@example.org' },
  ...{ billingAddress: 'Lindenweg 12', shippingAddress: 'Lindenweg 12', shippedOn: '2026-11-20' },
  explanation: 'She signed for it.',
};
const pdf = (text: string) => new Blob([`%PDF-1.7 ${text}`]);
const upload = (params: { readonly id: string }, file: Blob, fileName = 'signature.pdf') =>
  admin.uploadEvidence({ params, query: { fileName }, file });
const contest = (params: { readonly id: string }, more: object = {}) =>
  admin.contestDispute({ params, body: { ...TEXTS, ...more }, ...once() });

async function arrived(reference: string) {
  const { rows } = await sql<{ files: { kind: string; name: string; bytes: number }[] }>`
    select files from payments.test_evidence where reference = ${reference}`.execute(db);
  return rows;
}

test('a dispute says what its provider takes and what can be made of its order', async () => {
  const { params } = await disputed();
  const dispute = await got(admin.readDispute({ params }));
  assert.deepEqual([dispute.state, dispute.sent, dispute.takes.isByApi], ['open', [], true]);
  assert.deepEqual(dispute.takes.files?.types, ['application/pdf', 'image/jpeg', 'image/png']);
  const documents = dispute.documents.map(({ document, kind, bytes }) => [document, kind, bytes > 5_000]);
  assert.deepEqual(documents, [
    ['invoice', 'receipt', true],
    ['packing_slip', 'shipping_documentation', true],
  ]);
  const { params: bare } = await disputed({ isSent: false });
  assert.deepEqual((await got(admin.readDispute({ params: bare }))).documents, []);
  assert.equal(await refusedAs(admin.readDispute({ params: { id: newId<'dispute'>() } })), 'unknown_dispute');
});

test('evidence goes out with documents of the order and own files, once, and can be opened again', async () => {
  const { params, reference } = await disputed();
  const { documents } = await got(admin.readDispute({ params }));
  const own = await got(upload(params, pdf('signed')));
  assert.deepEqual([own.name, own.type, own.bytes], ['signature.pdf', 'application/pdf', 15]);
  const more = {
    documents: ['packing_slip', 'invoice'],
    files: [{ fileId: own.fileId, kind: 'customer_signature' }],
  };
  for (const _ of ['at first', 'and under another key']) await got(contest(params, more));
  const [{ files: there = [] } = {}, ...others] = await arrived(reference);
  assert.deepEqual(others, []);
  assert.deepEqual(
    there.map(({ kind, bytes }) => [kind, bytes]),
    [
      ['shipping_documentation', documents[1]?.bytes],
      ['receipt', documents[0]?.bytes],
      ['customer_signature', 15],
    ],
  );
  const dispute = await got(admin.readDispute({ params }));
  assert.deepEqual([dispute.contestedAt !== undefined, dispute.documents], [true, []]);
  const [sent] = dispute.sent;
  assert.deepEqual([sent?.texts?.explanation, sent?.texts?.shippedOn], [TEXTS.explanation, '2026-11-20']);
  assert.match(sent?.actor ?? '', /^api_key:/);
  const open = (fileId: string) => admin.evidenceFile({ params: { ...params, fileId } });
  const opened = await Promise.all((sent?.files ?? []).map(async ({ fileId }) => got(open(fileId))));
  assert.deepEqual(
    opened.map(({ size }) => size),
    there.map(({ bytes }) => bytes),
  );
  assert.equal(await opened[2]?.text(), '%PDF-1.7 signed');
  assert.equal(await refusedAs(open(newId<'evidence_file'>())), 'unknown_file');
  assert.equal(
    (await got(admin.listDisputes({ query: { isWaiting: 'true' } }))).items.some(
      ({ id }) => id === params.id,
    ),
    false,
  );
});

test('what is not taken is refused by its name and place, and nothing is sent', async () => {
  const { params, reference } = await disputed();
  const wrong = await upload(params, new Blob(['GIF89a']), 'cat.gif');
  assert.deepEqual(wrong.ok ? {} : [wrong.problem.code, wrong.problem.field], [
    'file_type_not_taken',
    'fileName',
  ]);
  const large = await upload(params, new Blob([`%PDF-${'x'.repeat(10_000_000)}`]));
  assert.equal(large.status, 413);
  const film = await got(upload(params, new Blob([`%PDF-${'x'.repeat(6_000_000)}`]), 'film.pdf'));
  const more = { documents: ['invoice'], files: [{ fileId: film.fileId, kind: 'other' }] };
  const refused = await contest(params, more);
  assert.ok(!refused.ok);
  assert.deepEqual([refused.problem.code, refused.problem.field], ['file_too_large', 'files.0']);
  assert.match(refused.problem.detail, /film\.pdf/);
  const { params: other } = await disputed({ isSent: false });
  const theirs = await contest(other, { files: more.files });
  assert.deepEqual(theirs.ok ? {} : [theirs.problem.code, theirs.problem.field], [
    'unknown_file',
    'files.0.fileId',
  ]);
  assert.equal(await refusedAs(contest(other, { documents: ['invoice'] })), 'unknown_document');
  assert.equal(await refusedAs(contest({ id: newId<'dispute'>() })), 'unknown_dispute');
  assert.deepEqual(await arrived(reference), []);
});

test('addresses in what was sent are for who may see them, and the audit log keeps none of its words', async () => {
  const { params } = await disputed();
  await got(contest(params));
  const reader = await clientWith(['payments:read']);
  const [sent] = (await got(reader.readDispute({ params }))).sent;
  assert.deepEqual(
    [sent?.texts?.shippingAddress, sent?.texts?.customerEmail, sent?.texts?.explanation],
    [undefined, undefined, TEXTS.explanation],
  );
  const { rows } = await sql<{ differences: unknown }>`
    select differences from audit.entry where operation = 'contestDispute' and subject_id = ${params.id}`.execute(
    db,
  );
  const kept = JSON.stringify(rows);
  assert.match(kept, /contestedAt/);
  for (const secret of ['Ada', 'Lindenweg', 'She signed'])
    assert.ok(!kept.includes(secret), `${secret}: ${kept}`);
});
