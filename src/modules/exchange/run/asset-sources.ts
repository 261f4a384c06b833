import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { AssetId } from '../../catalog/index.ts';

/** Remembers what files call these pictures and downloads; the same again writes nothing. */
export async function keepAssetSources(tx: Tx, sources: ReadonlyMap<string, AssetId>): Promise<void> {
  // One asset may have two names (the same picture twice in a folder): the first in the file stays.
  const byAsset = new Map([...sources].toReversed().map(([source, id]) => [id, source]));
  if (byAsset.size === 0) return;
  await sql`
    insert into exchange.asset_source as kept (asset_id, source)
    select * from unnest(${[...byAsset.keys()]}::uuid[], ${[...byAsset.values()]}::text[])
    on conflict (asset_id) do update set source = excluded.source where kept.source <> excluded.source
  `.execute(tx);
}

/**
 * What an export writes for each asset: its source, else `asset:ID`, which this shop knows and no other does.
 */
export async function readAssetSources(db: Db, ids: readonly AssetId[]): Promise<Map<AssetId, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: AssetId; source: string }>`
    select asset_id as id, source from exchange.asset_source where asset_id = any(${ids}::uuid[])
  `.execute(db);
  const known = new Map(rows.map(({ id, source }) => [id, source]));
  return new Map(ids.map((id) => [id, known.get(id) ?? `asset:${id}`]));
}
