import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { EVIDENCE_TYPES, type EvidenceFile } from '../evidence/rules.ts';
import { type DisputeEvidence, ProviderUnreachable } from '../provider.ts';
import { aBegin, type Fault, type ProviderWorld, pay, snapshotOf } from './world.ts';

const FAULTS: readonly Fault[] = ['timeout_before', 'timeout_after', 'busy', 'server_error'];

/** Evidence against a dispute with its files: once, whatever is lost on the way, and nothing that is not taken. */
export function describeEvidence(world: ProviderWorld): void {
  const { provider } = world;
  const { hasEvidence, evidenceFiles: rules } = provider.features;
  const disputed = async () => {
    const input = aBegin(world.means.approved);
    await world.openDispute(await pay(world, input), 10_000n);
    const [dispute] = (await snapshotOf(world, input)).disputes;
    assert.ok(dispute);
    return dispute.reference;
  };
  const contest = (reference: string, files: readonly EvidenceFile[], key = 'evidence') =>
    provider.contest({ reference, idempotencyKey: `${reference}:${key}`, evidence: anEvidence(files) });
  const arrived = (reference: string) =>
    world.evidence?.arrived(reference) ?? assert.fail('nothing is said of what arrived');

  test('what takes no evidence says so, and takes no files either', async () => {
    assert.equal(world.evidence !== undefined, hasEvidence);
    if (hasEvidence) return;
    assert.equal(rules, undefined);
    const refused = await contest('nothing', []);
    assert.equal(refused.ok ? 'ok' : refused.refusal.code, 'not_possible_now');
  });
  if (!hasEvidence || rules === undefined || world.evidence === undefined) return;
  const { fault } = world.evidence;
  const files = [
    aFile({ kind: 'receipt', name: 'invoice.pdf' }),
    aFile({ kind: 'other', name: 'the door.jpg', type: 'image/jpeg' }),
  ];
  const both = files.map(({ name, type, bytes }) => ({ name, type, digest: digestOf(bytes) }));

  test('files arrive as they were sent, and the same evidence again has no effect', async () => {
    const reference = await disputed();
    for (const _ of ['at first', 'and again']) assert.ok((await contest(reference, files)).ok);
    const { times, files: found } = await arrived(reference);
    assert.equal(times, 1);
    assert.deepEqual(found.toSorted(byName), both.toSorted(byName));
    const other = await contest(reference, files, 'other');
    assert.equal(other.ok ? 'ok' : other.refusal.code, 'not_possible_now');
  });

  for (const kind of FAULTS) {
    test(`${kind} after the files went ahead: nobody knows, and asked again it is one evidence`, async () => {
      const reference = await disputed();
      fault(kind);
      await assert.rejects(() => contest(reference, files), ProviderUnreachable);
      assert.ok((await contest(reference, files)).ok);
      const { times, files: found } = await arrived(reference);
      assert.deepEqual([times, found.length], [1, 2]);
    });
  }

  test('a file that is too large, of another type or one too many is refused by its name, and nothing is sent', async () => {
    const reference = await disputed();
    const large = Buffer.alloc(rules.bytesPerFile + 1);
    const tooMany = Array.from({ length: rules.count + 1 }, () =>
      aFile({ kind: 'receipt', name: 'page.pdf' }),
    );
    const table: readonly (readonly [code: string, name: string, files: readonly EvidenceFile[]])[] = [
      ['file_too_large', 'film.pdf', [...files, aFile({ name: 'film.pdf', bytes: large })]],
      ['too_many_files', 'page.pdf', tooMany],
    ];
    for (const [code, name, sent] of table) {
      const refused = await contest(reference, sent);
      assert.ok(!refused.ok, code);
      assert.equal(refused.refusal.code, code);
      assert.ok(refused.refusal.message.includes(name), refused.refusal.message);
      assert.match(refused.refusal.field ?? '', /^files\.\d+$/);
    }
    assert.deepEqual((await arrived(reference)).times, 0);
    assert.ok(rules.types.every((type) => EVIDENCE_TYPES.includes(type)));
  });

  test('as much as it says it takes is taken', async () => {
    const reference = await disputed();
    const most = Math.min(rules.bytesPerFile, rules.bytesInAll);
    assert.ok((await contest(reference, [aFile({ name: 'all.pdf', bytes: Buffer.alloc(most) })])).ok);
    assert.equal((await arrived(reference)).files.length, 1);
  });
}

function aFile(change: Partial<EvidenceFile>): EvidenceFile {
  const { name = 'page.pdf' } = change;
  return {
    kind: 'other',
    name,
    type: 'application/pdf',
    bytes: Buffer.from(`%PDF-1.7 ${name}\0\xff`),
    ...change,
  };
}

export function anEvidence(files: readonly EvidenceFile[]): DisputeEvidence {
  return {
    ...{ productDescription: 'A chair', customerName: 'Ada Byron', customerEmail: 'ada@example.com' },
    ...{ billingAddress: '', shippingAddress: '12 Ely Place', carrier: 'Post', trackingNumber: 'X1' },
    ...{ shippedOn: Temporal.PlainDate.from('2026-11-20'), explanation: 'Delivered.', files },
  };
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
