import type { Db } from '../../platform/database/index.ts';
import type { AssetId, Picture } from './asset.ts';
import { selectPictures } from './store.ts';

/** Those of the assets that can be shown now; the others are still fetched, or failed. */
export async function readPictures(
  db: Db,
  assetIds: readonly AssetId[],
): Promise<ReadonlyMap<AssetId, Picture>> {
  if (assetIds.length === 0) return new Map();
  const pictures = await selectPictures(db, assetIds);
  return new Map(pictures.map((picture) => [picture.assetId, picture]));
}
