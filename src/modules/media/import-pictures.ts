import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Refusal, Result } from '../../kernel/index.ts';
import { MAX_BYTES, type PictureRefusal } from './examine.ts';
import { type Asset, type MediaDeps, storeAsset } from './store-asset.ts';
import { type FileEntry, readZipEntries, type ZipLimits, type ZipRefusal } from './zip/read-zip.ts';

export type ImportedPicture = {
  /**
   * As in the folder or archive, with `/`: what a file's image column is compared with. '' when there is
   * none.
   */
  readonly path: string;
  readonly result: Result<Asset, Refusal<PictureRefusal | ZipRefusal>>;
};

/**
 * Takes every picture of a folder or zip archive, one after the other; each has its own verdict, and one that
 * is no picture does not stop the others. An archive that is refused as a whole gives one verdict, with no
 * path.
 */
export async function* importPictures(
  deps: MediaDeps,
  from: { readonly folder: string } | { readonly zip: Buffer | string; readonly limits?: ZipLimits },
): AsyncGenerator<ImportedPicture> {
  if ('folder' in from) {
    for await (const entry of readFolder(from.folder)) yield await take(deps, entry);
    return;
  }
  for await (const entry of readZipEntries(from.zip, from.limits)) {
    if (!entry.ok) yield { path: '', result: entry };
    else if (!isSystemFile(entry.value.path)) yield await take(deps, entry.value);
  }
}

async function take(deps: MediaDeps, { path, data }: FileEntry): Promise<ImportedPicture> {
  const fileName = path.split('/').at(-1) ?? path;
  return { path, result: await storeAsset(deps, { data, fileName }) };
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
    yield { path, data: size > MAX_BYTES ? Buffer.alloc(MAX_BYTES + 1) : await readFile(file) };
  }
}

/** What macOS and Windows put beside pictures. */
function isSystemFile(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(path);
}
