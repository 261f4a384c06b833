import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { AssetId } from '../asset.ts';
import { type Recipe, recipe } from './recipe.ts';

export type Edit = {
  readonly assetId: AssetId;
  readonly originalId: AssetId;
  readonly recipe: Recipe;
  readonly madeAt: Temporal.Instant;
};

/** The same picture made again of the same original keeps its first note. */
export async function insertEdit(db: Db, { assetId, originalId, recipe, madeAt }: Edit): Promise<void> {
  await sql`
    insert into media.edit (asset_id, original_id, recipe, made_at)
    values (${assetId}, ${originalId}, ${JSON.stringify(recipe)}::jsonb, ${madeAt.toString()}::timestamptz)
    on conflict (asset_id) do nothing`.execute(db);
}

/** How each of these pictures was made, and of which original; a picture as it came is not in the map. */
export async function readEdits(
  db: Db,
  assetIds: readonly AssetId[],
): Promise<ReadonlyMap<AssetId, Pick<Edit, 'originalId' | 'recipe'>>> {
  if (assetIds.length === 0) return new Map();
  const { rows } = await sql<{ asset_id: AssetId; original_id: AssetId; recipe: unknown }>`
    select asset_id, original_id, recipe from media.edit
    where asset_id = any(${assetIds}::uuid[])`.execute(db);
  return new Map(
    rows.map((row) => [row.asset_id, { originalId: row.original_id, recipe: recipe.parse(row.recipe) }]),
  );
}

/** The original of each picture that was edited. */
export async function readOriginals(
  db: Db,
  assetIds: readonly AssetId[],
): Promise<ReadonlyMap<AssetId, AssetId>> {
  const edits = await readEdits(db, assetIds);
  return new Map([...edits].map(([id, { originalId }]) => [id, originalId]));
}
