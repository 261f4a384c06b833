import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { enqueueMany } from '../../platform/jobs/index.ts';
import type { AssetId } from './asset.ts';
import { findByUrls, insertPending } from './store.ts';

/**
 * Asks for the pictures at these addresses: each has an asset from now on, which is ready once a job has
 * fetched it (told as media.assets_ready). An address that was asked for before has the same asset; one that
 * failed is tried again. A `file` is taken as it is and never shown. At most four statements for any number.
 */
export async function requestAssets(
  tx: Tx,
  { urls, kind = 'image' }: { readonly urls: readonly string[]; readonly kind?: 'image' | 'file' },
): Promise<ReadonlyMap<string, AssetId>> {
  const unique = [...new Set(urls)];
  if (unique.length === 0) return new Map();
  // Most addresses of a file that comes again are known, and an insert that conflicts locks and writes.
  const known = await findByUrls(tx, unique);
  const settled = new Set(known.filter(({ state }) => state !== 'failed').map(({ url }) => url));
  const missing = unique.filter((url) => !settled.has(url));
  if (missing.length === 0) return new Map(known.map(({ url, id }) => [url, id]));
  const pending = await insertPending(
    tx,
    kind,
    missing.map((url) => ({ id: newId<'asset'>(), url })),
  );
  await enqueueMany(
    tx,
    'media.fetch',
    pending.map((assetId) => ({ payload: { assetId }, key: `media.fetch:${assetId}`, priority: 5 })),
  );
  return new Map((await findByUrls(tx, unique)).map(({ url, id }) => [url, id]));
}

/** The same for one. */
export async function requestAsset(tx: Tx, { url }: { readonly url: string }): Promise<AssetId> {
  const id = (await requestAssets(tx, { urls: [url] })).get(url);
  if (id === undefined) throw new Error(`no asset was made for ${url}`);
  return id;
}
