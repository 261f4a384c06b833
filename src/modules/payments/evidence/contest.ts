import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { type Id, ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { type Db, transact } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import { newId } from '../../../platform/id.ts';
import { type Dispute, readDispute } from '../disputes.ts';
import type { DisputeEvidence, ProviderRefusal } from '../provider.ts';
import type { PaymentDeps } from '../providers.ts';
import { instant, toJson } from '../store/values.ts';
import { type FileRow, readEvidenceFiles } from './files.ts';
import { type EvidenceFile, type EvidenceKind, type EvidenceRefusal, refusedFile } from './rules.ts';

/** What a merchant writes; the files are named by what they were kept as. */
export type EvidenceTexts = Omit<DisputeEvidence, 'files'>;

export type ContestRefusal = ProviderRefusal | EvidenceRefusal | Refusal<'unknown_dispute' | 'unknown_file'>;

/** A file that was taken in, and what it shows. */
export type NamedFile = { readonly fileId: Id<'evidence_file'>; readonly kind: EvidenceKind };

type SentFile = FileRow & { readonly kind: EvidenceKind };

/**
 * Sends evidence against a dispute, outside of any transaction, and keeps what was sent. The same evidence again is the
 * same call, which has one effect; what comes of it is in a later snapshot. Refused before anything is sent where the
 * provider would not take a file, by the file's name.
 */
export async function contestDispute(
  deps: PaymentDeps & { readonly files: FileStore },
  input: {
    readonly id: Id<'dispute'>;
    readonly evidence: EvidenceTexts;
    readonly files: readonly NamedFile[];
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, ContestRefusal>> {
  const dispute = await readDispute(deps.db, input.id);
  if (dispute === undefined) return refuse('unknown_dispute', 'there is no such dispute', 'id');
  if (dispute.state !== 'open') return refuse('not_possible_now', `the dispute is ${dispute.state}`);
  const provider = await deps.providers.get(dispute.provider);
  if (provider === undefined) return refuse('refused_by_provider', `${dispute.provider} is not set up`);
  const files = await namedFiles(deps.db, dispute, input.files);
  if (!files.ok) return files;
  const { evidenceFiles } = provider.features;
  const refused = refusedFile(
    evidenceFiles,
    files.value.map((file) => ({ ...file, size: file.bytes })),
  );
  if (refused) return refused;
  const digest = digestOf(input.evidence, files.value);
  const { reference } = dispute;
  const evidence = { ...input.evidence, files: await loaded(deps.files, files.value) };
  const idempotencyKey = `${dispute.id}:evidence:${digest}`;
  const sent = await provider.contest({ reference, idempotencyKey, evidence });
  if (!sent.ok) return sent;
  await keepSent(deps.db, dispute, { ...input, files: files.value, digest });
  return ok(undefined);
}

async function namedFiles(
  db: Db,
  { id }: Dispute,
  named: readonly NamedFile[],
): Promise<Result<SentFile[], Refusal<'unknown_file'>>> {
  const found = await readEvidenceFiles(
    db,
    id,
    named.map(({ fileId }) => fileId),
  );
  const byId = new Map(found.map((row) => [row.id, row]));
  const files: SentFile[] = [];
  for (const [index, { fileId, kind }] of named.entries()) {
    const row = byId.get(fileId);
    if (row === undefined)
      return refuse('unknown_file', 'the dispute has no such file', `files.${index}.fileId`);
    files.push({ ...row, kind });
  }
  return ok(files);
}

/** Of everything that is sent, not of where it is kept. */
function digestOf(texts: EvidenceTexts, files: readonly SentFile[]): string {
  const sent = [texts, files.map(({ kind, name, type, digest }) => ({ kind, name, type, digest }))];
  return createHash('sha256').update(JSON.stringify(sent)).digest('hex').slice(0, 16);
}

async function loaded(store: FileStore, files: readonly SentFile[]): Promise<EvidenceFile[]> {
  return Promise.all(
    files.map(async ({ kind, name, type, fileKey }) => {
      const stored = await store.get(fileKey);
      if (stored === undefined) throw new Error(`the file store has lost ${fileKey}`);
      return { kind, name, type, bytes: await buffer(stored.stream) };
    }),
  );
}

async function keepSent(
  db: Db,
  { id }: Dispute,
  sent: {
    readonly evidence: EvidenceTexts;
    readonly files: readonly SentFile[];
    readonly digest: string;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { evidence, digest, actor, now } = sent;
  const files = sent.files.map(({ id: fileId, ...file }) => ({ fileId, ...file }));
  await transact(db, async (tx) => {
    await sql`
      insert into payments.dispute_evidence (id, dispute_id, digest, texts, files, actor, at)
      values (${newId()}, ${id}, ${digest}, ${toJson(evidence)}::jsonb, ${toJson(files)}::jsonb, ${actor},
        ${instant(now)})
      on conflict on constraint dispute_evidence_once do nothing`.execute(tx);
    await sql`
      update payments.dispute set contested_at = coalesce(contested_at, ${instant(now)}) where id = ${id}`.execute(
      tx,
    );
  });
}
