import { stat } from 'node:fs/promises';
import { parseId } from '../../../kernel/index.ts';
import type { AssetId } from '../../catalog/index.ts';
import { importPictures, type MediaDeps, readPictures, requestAssets } from '../../media/index.ts';
import { type Assets, isAddress, type Pictures } from './pictures.ts';

/**
 * The pictures of a folder or zip archive, taken in now, and those of any address. A file names a picture by
 * its path in the folder, or by its last part where that is enough; `asset:ID` is one that the shop has
 * already.
 */
export async function openPictures(deps: MediaDeps, from: string | undefined): Promise<Pictures> {
  const named = from === undefined ? new Map() : await takeIn(deps, from);
  return {
    find: async (tx, sources) => {
      const addresses = sources.filter(isAddress);
      const requested = await requestAssets(tx, { urls: addresses });
      const ids = sources.flatMap((source) => assetIdIn(source) ?? []);
      const there = await readPictures(tx, ids);
      const others = sources
        .filter((source) => !isAddress(source))
        .map((source) => {
          const id = assetIdIn(source);
          const missing = {
            problem:
              from === undefined
                ? 'no folder or archive of pictures was given'
                : 'it is not in the folder or archive',
          };
          if (id !== undefined)
            return [source, there.has(id) ? id : { problem: 'it is a picture of another shop' }] as const;
          return [source, named.get(nameOf(source)) ?? named.get(lastPart(source)) ?? missing] as const;
        });
      return new Map([...requested, ...others]);
    },
  };
}

/** Throws a RangeError when there is no such folder or archive, or when the archive is refused as a whole. */
async function takeIn(deps: MediaDeps, from: string): Promise<Assets> {
  const found = await stat(from).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new RangeError(`there is no folder or archive "${from}"`);
    throw error;
  });
  const named = new Map<string, AssetId | { readonly problem: string }>();
  const source = found.isDirectory() ? { folder: from } : { zip: from };
  for await (const { path, result } of importPictures(deps, source)) {
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
