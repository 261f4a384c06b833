import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import { type Id, ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import { newId } from '../../../platform/id.ts';
import { instant } from '../store/values.ts';
import type { EvidenceType } from './rules.ts';
import { endingOf, namedBy, sniffType } from './sniff-type.ts';

/** As much as any provider takes of one file. */
export const MAX_EVIDENCE_BYTES = 10_000_000;
/** Files of one dispute, sent or not: more is nobody's evidence. */
const MOST_FILES = 100;

export type EvidenceDeps = { readonly db: Db; readonly files: FileStore };

export type KeptFile = {
  readonly id: Id<'evidence_file'>;
  readonly name: string;
  readonly type: EvidenceType;
  readonly bytes: number;
};

export type KeepRefusal = Refusal<
  'unknown_dispute' | 'file_type_not_taken' | 'file_too_large' | 'too_many_files'
>;

/**
 * Takes a file in that is to be sent against a dispute: its type is that of its content, and the same content is kept
 * once. No public address serves it.
 */
export async function keepEvidenceFile(
  { db, files }: EvidenceDeps,
  input: {
    readonly disputeId: Id<'dispute'>;
    readonly data: Buffer;
    readonly name: string;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<KeptFile, KeepRefusal>> {
  const { disputeId, data, actor, now } = input;
  const type = sniffType(data);
  if (type === undefined)
    return refuse('file_type_not_taken', `"${input.name}" is no PDF, JPEG or PNG`, 'fileName');
  if (data.length > MAX_EVIDENCE_BYTES)
    return refuse('file_too_large', `"${input.name}" has more than 10 MB`);
  const { rows: known } = await sql<{ files: number }>`
    select (select count(*)::int from payments.evidence_file where dispute_id = dispute.id) as files
    from payments.dispute where id = ${disputeId}`.execute(db);
  if (known[0] === undefined) return refuse('unknown_dispute', 'there is no such dispute', 'id');
  if (known[0].files >= MOST_FILES)
    return refuse('too_many_files', `a dispute has at most ${MOST_FILES} files`);
  const digest = createHash('sha256').update(data).digest('hex');
  const fileKey = `evidence/${disputeId}/${digest}.${endingOf(type)}`;
  await files.put(fileKey, data, { mime: type });
  const name = namedBy(type, input.name);
  const { rows } = await sql<KeptFile>`
    insert into payments.evidence_file (id, dispute_id, digest, file_key, name, type, bytes, actor, at)
    values (${newId()}, ${disputeId}, ${digest}, ${fileKey}, ${name}, ${type}, ${data.length}, ${actor}, ${instant(now)})
    on conflict on constraint evidence_file_once do update set at = excluded.at
    returning id, name, type, bytes`.execute(db);
  const [kept] = rows;
  if (kept === undefined) throw new RangeError('a file was written and is not there');
  return ok(kept);
}

export type OpenedFile = { readonly stream: Readable; readonly name: string };

/** A file of a dispute, to be read to its end or destroyed; `undefined` when it is not there (any more). */
export async function openEvidenceFile(
  { db, files }: EvidenceDeps,
  about: { readonly disputeId: Id<'dispute'>; readonly fileId: Id<'evidence_file'> },
): Promise<OpenedFile | undefined> {
  const [row] = await readEvidenceFiles(db, about.disputeId, [about.fileId]);
  const stored = row && (await files.get(row.fileKey));
  return stored && { stream: stored.stream, name: row.name };
}

export type FileRow = KeptFile & { readonly digest: string; readonly fileKey: string };

/** Those of these files that belong to the dispute, in the order asked for. */
export async function readEvidenceFiles(
  db: Db,
  disputeId: Id<'dispute'>,
  ids: readonly Id<'evidence_file'>[],
): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`
    select id, name, type, bytes, digest, file_key as "fileKey" from payments.evidence_file
    where dispute_id = ${disputeId} and id = any(${ids}::uuid[])`.execute(db);
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}
