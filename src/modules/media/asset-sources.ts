import type { Db } from '../../platform/database/index.ts';
import type { AssetId } from './asset.ts';
import { selectByNames, selectSources } from './store.ts';

/**
 * What a file of products calls each asset, so that another shop can take it in: the address it was fetched
 * from, else its file's name. Assets with neither, and those that are gone, are not in the map.
 */
export async function readAssetSources(
  db: Db,
  ids: readonly AssetId[],
): Promise<Map<AssetId, { readonly source: string; readonly isAddress: boolean }>> {
  if (ids.length === 0) return new Map();
  const rows = await selectSources(db, ids);
  return new Map(
    rows.map(({ id, sourceUrl, fileName }) => [
      id,
      { source: sourceUrl ?? fileName, isAddress: sourceUrl !== null },
    ]),
  );
}

/** The ready assets with these file names, which are one asset's only; case does not matter. */
export async function findAssetsByName(
  db: Db,
  names: readonly string[],
): Promise<ReadonlyMap<string, AssetId>> {
  if (names.length === 0) return new Map();
  const byName = new Map(
    (await selectByNames(db, names)).map(({ id, fileName }) => [fileName.toLowerCase(), id]),
  );
  return new Map(
    names.flatMap((name) => {
      const id = byName.get(name.toLowerCase());
      return id === undefined ? [] : [[name, id] as const];
    }),
  );
}
