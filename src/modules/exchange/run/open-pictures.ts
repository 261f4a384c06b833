import { stat } from 'node:fs/promises';
import { parseId } from '../../../kernel/index.ts';
import type { AssetId } from '../../catalog/index.ts';
import {
  findAssetsByName,
  importPictures,
  type MediaDeps,
  readPictures,
  requestAssets,
} from '../../media/index.ts';
import { type Assets, isAddress, type Pictures } from './pictures.ts';

/**
 * The pictures and downloads of a folder or zip archive, taken in now, and those of any address. A file names
 * one by its path in the folder, or by its last part where that is enough; what is not there may be in the
 * shop already, under its file's name or as `asset:ID`. A dry run takes nothing in.
 */
export async function openPictures(
  deps: MediaDeps,
  from: string | undefined,
  { isDryRun = false }: { readonly isDryRun?: boolean } = {},
): Promise<Pictures> {
  const taken: Assets = from === undefined ? new Map() : await takeIn(deps, from, isDryRun);
  const problem =
    from === undefined ? 'no folder or archive of pictures was given' : 'it is not in the folder or archive';
  return {
    find: async (tx, { pictures, downloads }) => {
      const requested = await requestAssets(tx, { urls: pictures.filter(isAddress) });
      const files = await requestAssets(tx, { urls: downloads.filter(isAddress), kind: 'file' });
      const named = [...pictures, ...downloads].filter((source) => !isAddress(source));
      const byName = await findAssetsByName(tx, named.map(lastPart));
      const byId = await readPictures(
        tx,
        named.flatMap((source) => assetIdIn(source) ?? []),
      );
      const found = named.map((source) => {
        const id = assetIdIn(source);
        if (id !== undefined)
          return [source, byId.has(id) ? id : { problem: 'it is a picture of another shop' }] as const;
        const own = taken.get(nameOf(source)) ?? taken.get(lastPart(source));
        const inShop = byName.get(lastPart(source));
        return [source, typeof own === 'string' ? own : (inShop ?? own ?? { problem })] as const;
      });
      return new Map([...files, ...requested, ...found]);
    },
  };
}

/** Throws a RangeError when there is no such folder or archive, or when the archive is refused as a whole. */
async function takeIn(deps: MediaDeps, from: string, isTrial: boolean): Promise<Assets> {
  const found = await stat(from).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new RangeError(`there is no folder or archive "${from}"`);
    throw error;
  });
  const named = new Map<string, AssetId | { readonly problem: string }>();
  const source = found.isDirectory() ? { folder: from } : { zip: from };
  for await (const { path, result } of importPictures(deps, source, { isTrial })) {
    if (path === '' && !result.ok) throw new RangeError(`the archive "${from}": ${result.refusal.message}`);
    const asset = result.ok ? result.value.assetId : { problem: result.refusal.message };
    named.set(nameOf(path), asset);
    if (!named.has(lastPart(path))) named.set(lastPart(path), asset);
  }
  return named;
}

function assetIdIn(source: string): AssetId | undefined {
  return source.startsWith('asset:') ? parseId<'asset'>(source.slice('asset:'.length)) : undefined;
}

// Magento begins paths with a slash, Windows writes backslashes, and neither keeps to one case.
function nameOf(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function lastPart(path: string): string {
  return nameOf(path).split('/').at(-1) ?? '';
}
