import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { FileStore } from '../../platform/files/index.ts';
import { newId } from '../../platform/id.ts';
import type { AssetId } from './asset.ts';
import { type FileType, sniffFile } from './sniff-file.ts';
import { findAsset, findByHash, insertReady, type ReadyAsset } from './store.ts';

export const MAX_FILE_BYTES = 100_000_000;

export type FileRefusal = 'too_large' | 'empty';

export type StoredFile = {
  readonly assetId: AssetId;
  readonly kind: 'file';
  readonly mime: string;
  readonly bytes: number;
};

/**
 * Takes a plain file, such as the PDF that a buyer downloads: its type is that of the content, and the same
 * content is kept once. No public address serves it, not even when it is a picture; `openOriginal` does, to
 * whoever the caller has found entitled.
 *
 * @returns the asset; of a file that was there before, that one
 */
export async function storeFile(
  { db, files }: { readonly db: Db; readonly files: FileStore },
  input: { readonly data: Buffer; readonly fileName: string },
): Promise<Result<StoredFile, Refusal<FileRefusal>>> {
  const examined = examineFile(input.data);
  if (!examined.ok) return examined;
  const { type, hash } = examined.value;
  const known = await findByHash(db, hash);
  const assetId =
    known?.id ??
    (await insertReady(db, newId<'asset'>(), hash, await keepFile(files, input, examined.value)));
  return ok({ assetId, kind: 'file', mime: type.mime, bytes: input.data.length });
}

export type ExaminedFile = { readonly type: FileType; readonly hash: string };

export function examineFile(data: Buffer): Result<ExaminedFile, Refusal<FileRefusal>> {
  if (data.length > MAX_FILE_BYTES) return refuse('too_large', 'a file may have 100 MB');
  if (data.length === 0) return refuse('empty', 'the file is empty');
  // Not the hash of a picture of the same content: that one is public, this one is not.
  return ok({ type: sniffFile(data), hash: `file:${createHash('sha256').update(data).digest('hex')}` });
}

/** Puts the file away under its own hash. */
export async function keepFile(
  files: FileStore,
  { data, fileName }: { readonly data: Buffer; readonly fileName: string },
  { type, hash }: ExaminedFile,
): Promise<ReadyAsset> {
  const digest = hash.slice('file:'.length);
  const fileKey = `files/${digest.slice(0, 2)}/${digest}.${type.ending}`;
  if (!(await files.exists(fileKey))) await files.put(fileKey, data, { mime: type.mime });
  const none = { width: null, height: null, placeholderColor: null };
  return { kind: 'file', fileKey, fileName, mime: type.mime, bytes: data.length, ...none };
}

/**
 * A picture or file as it was taken in (a drawing without what is not allowed in it), for its owner: an
 * export, or a download that was paid for. `undefined` when it is not there (yet). The stream must be read to
 * its end or destroyed.
 */
export async function openOriginal(
  { db, files }: { readonly db: Db; readonly files: FileStore },
  assetId: AssetId,
): Promise<{ readonly stream: Readable; readonly bytes: number; readonly fileName: string } | undefined> {
  const asset = await findAsset(db, assetId);
  const stored = asset?.fileKey && (await files.get(asset.fileKey));
  return stored ? { stream: stored.stream, bytes: stored.bytes, fileName: asset.fileName } : undefined;
}
