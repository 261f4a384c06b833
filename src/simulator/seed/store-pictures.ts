import { expectOk } from '../../kernel/index.ts';
import type { AssetId } from '../../modules/catalog/index.ts';
import { type MediaDeps, storeAsset } from '../../modules/media/index.ts';
import { drawPicture } from '../pictures/compose.ts';
import type { WorldPicture } from '../world/world.ts';

// Drawing is JavaScript's, measuring is sharp's on its own threads: three at a time keep two cores busy.
const AT_ONCE = 3;

/** Draws and stores each picture once; media keeps the same bytes once, so that a second run stores nothing. */
export async function storePictures(
  deps: MediaDeps,
  pictures: readonly WorldPicture[],
): Promise<Map<string, AssetId>> {
  const waiting = [...new Map(pictures.map((picture) => [picture.key, picture])).values()];
  const stored = new Map<string, AssetId>();
  const work = async () => {
    for (let picture = waiting.pop(); picture !== undefined; picture = waiting.pop()) {
      const data = Buffer.from(drawPicture(picture.spec));
      const asset = expectOk(await storeAsset(deps, { data, fileName: `${picture.key}.svg` }));
      stored.set(picture.key, asset.assetId);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return stored;
}
