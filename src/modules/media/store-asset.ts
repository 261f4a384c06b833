import { createHash } from 'node:crypto';
import { ok, type Refusal, type Result } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { FileStore } from '../../platform/files/index.ts';
import { newId } from '../../platform/id.ts';
import type { AssetKind, Picture } from './asset.ts';
import { type Examined, examine, type PictureRefusal } from './examine.ts';
import { findByHash, insertReady, type ReadyAsset } from './store.ts';

export type MediaDeps = { readonly db: Db; readonly files: FileStore };

export type Asset = Picture & { readonly kind: AssetKind };

/**
 * Takes a picture: examined, kept once however often it comes, ready to be shown. The original stays as it
 * came (a drawing: without what is not allowed in it) and is never served; pages get renditions.
 *
 * @returns the asset; of a picture that was there before, that one
 */
export async function storeAsset(
  { db, files }: MediaDeps,
  input: { readonly data: Buffer; readonly fileName: string },
): Promise<Result<Asset, Refusal<PictureRefusal>>> {
  const examined = await examine(input.data);
  if (!examined.ok) return examined;
  const { width, height, placeholderColor, type } = examined.value;
  const hash = hashOf(examined.value.data);
  const known = await findByHash(db, hash);
  const id =
    known?.id ??
    (await insertReady(
      db,
      newId<'asset'>(),
      hash,
      await keepOriginal(files, examined.value, input.fileName),
    ));
  return ok({ assetId: id, kind: type.kind, width, height, placeholderColor });
}

/** Puts the original away under its own hash, so that the same content is the same file. */
export async function keepOriginal(
  files: FileStore,
  { type, data, width, height, placeholderColor }: Examined,
  fileName: string,
): Promise<ReadyAsset> {
  const hash = hashOf(data);
  const fileKey = `media/${hash.slice(0, 2)}/${hash}/original.${type.ending}`;
  if (!(await files.exists(fileKey))) await files.put(fileKey, data, { mime: type.mime });
  const { kind, mime } = type;
  return { kind, fileKey, fileName, mime, bytes: data.length, width, height, placeholderColor };
}

export function hashOf(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
