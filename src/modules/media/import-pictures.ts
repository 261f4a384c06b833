import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ok, type Refusal, type Result } from '../../kernel/index.ts';
import { newId } from '../../platform/id.ts';
import type { AssetId } from './asset.ts';
import { examine, type PictureRefusal } from './examine.ts';
import { isDocument } from './sniff-file.ts';
import { findByHash } from './store.ts';
import { hashOf, type MediaDeps, storeAsset } from './store-asset.ts';
import { examineFile, type FileRefusal, MAX_FILE_BYTES, storeFile } from './store-file.ts';
import { type FileEntry, readZipEntries, type ZipLimits, type ZipRefusal } from './zip/read-zip.ts';

export type ImportedPicture = {
  /**
   * As in the folder or archive, with `/`: what a file's image column is compared with. '' when there is
   * none.
   */
  readonly path: string;
  readonly result: Result<{ readonly assetId: AssetId }, Refusal<PictureRefusal | FileRefusal | ZipRefusal>>;
};

/**
 * Takes every picture of a folder or zip archive, and every document that buyers may download (a PDF, a zip
 * in the folder), one after the other; each has its own verdict, and one that is neither does not stop the
 * others. An archive that is refused as a whole gives one verdict, with no path. A trial keeps nothing: what
 * the shop does not have yet gets an id that no asset has.
 */
export async function* importPictures(
  deps: MediaDeps,
  from: { readonly folder: string } | { readonly zip: Buffer | string; readonly limits?: ZipLimits },
  { isTrial = false }: { readonly isTrial?: boolean } = {},
): AsyncGenerator<ImportedPicture> {
  const take = isTrial ? trial(deps) : (file: NamedFile) => keep(deps, file);
  const takeEntry = async ({ path, data }: FileEntry): Promise<ImportedPicture> => {
    const fileName = path.split('/').at(-1) ?? path;
    return { path, result: await take({ data, fileName }) };
  };
  if ('folder' in from) {
    for await (const entry of readFolder(from.folder)) yield await takeEntry(entry);
    return;
  }
  for await (const entry of readZipEntries(from.zip, from.limits)) {
    if (!entry.ok) yield { path: '', result: entry };
    else if (!isSystemFile(entry.value.path)) yield await takeEntry(entry.value);
  }
}

type NamedFile = { readonly data: Buffer; readonly fileName: string };
type Verdict = Result<{ readonly assetId: AssetId }, Refusal<PictureRefusal | FileRefusal>>;

async function keep(deps: MediaDeps, file: NamedFile): Promise<Verdict> {
  return isDocument(file.data) ? storeFile(deps, file) : storeAsset(deps, file);
}

function trial({ db }: MediaDeps): (file: NamedFile) => Promise<Verdict> {
  const made = new Map<string, AssetId>();
  return async ({ data }) => {
    const examined = isDocument(data) ? examineFile(data) : await examine(data);
    if (!examined.ok) return examined;
    const hash = 'hash' in examined.value ? examined.value.hash : hashOf(examined.value.data);
    const assetId = (await findByHash(db, hash))?.id ?? made.get(hash) ?? newId<'asset'>();
    made.set(hash, assetId);
    return ok({ assetId });
  };
}

/** Links are passed over: they lead to where nobody asked to import from. */
async function* readFolder(root: string): AsyncGenerator<FileEntry> {
  const entries = await readdir(root, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.toSorted()) {
    const path = relative(root, file).split(sep).join('/');
    if (isSystemFile(path)) continue;
    // One byte more than allowed is enough to be refused, and nothing larger is read.
    const { size } = await stat(file);
    yield { path, data: size > MAX_FILE_BYTES ? Buffer.alloc(MAX_FILE_BYTES + 1) : await readFile(file) };
  }
}

/** What macOS and Windows put beside pictures. */
function isSystemFile(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(path);
}
