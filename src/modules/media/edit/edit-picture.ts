import { buffer } from 'node:stream/consumers';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { AssetId } from '../asset.ts';
import type { PictureRefusal } from '../examine.ts';
import { findAsset } from '../store.ts';
import { type Asset, type MediaDeps, storeAsset } from '../store-asset.ts';
import { cook } from './cook.ts';
import { isPlain, type Recipe } from './recipe.ts';
import { insertEdit, readEdits } from './store.ts';

export type EditRefusal = Refusal<PictureRefusal | 'not_found' | 'background_not_plain'>;

/**
 * A picture as the recipe makes it of its original: another asset, so that what is shown under an address stays what it
 * is. Editing an edited picture begins at the original again; a recipe that changes nothing is the original.
 */
export async function editPicture(
  deps: MediaDeps,
  input: { readonly assetId: AssetId; readonly recipe: Recipe; readonly now: Temporal.Instant },
): Promise<Result<Asset, EditRefusal>> {
  const { assetId, recipe, now } = input;
  const original = await originalOf(deps, assetId);
  if (original === undefined) return NOT_FOUND;
  if (isPlain(recipe)) return pictureOf(deps, original.id);
  const cooked = await cook(original.data, recipe);
  if (!cooked.ok) return cooked;
  const { data, type } = cooked.value;
  const name = original.fileName.replace(/\.[^.]*$/, '') || 'picture';
  const stored = await storeAsset(deps, {
    data,
    fileName: `${name}-edited.${type === 'png' ? 'png' : 'jpg'}`,
  });
  if (!stored.ok) return stored;
  const edit = { assetId: stored.value.assetId, originalId: original.id, recipe, madeAt: now };
  if (edit.assetId !== original.id) await insertEdit(deps.db, edit);
  return stored;
}

/** What the recipe would make of it, small and kept nowhere. */
export async function previewEdit(
  deps: MediaDeps,
  input: { readonly assetId: AssetId; readonly recipe: Recipe; readonly longest: number },
): Promise<Result<{ readonly data: Buffer; readonly type: 'png' | 'jpeg' }, EditRefusal>> {
  const original = await originalOf(deps, input.assetId);
  return original === undefined ? NOT_FOUND : cook(original.data, input.recipe, input.longest);
}

const NOT_FOUND = refuse('not_found', 'there is no such picture', 'id');

async function originalOf({ db, files }: MediaDeps, assetId: AssetId) {
  const id = (await readEdits(db, [assetId])).get(assetId)?.originalId ?? assetId;
  const asset = await findAsset(db, id);
  if (asset?.state !== 'ready' || asset.fileKey === null || asset.width === null) return undefined;
  const stored = await files.get(asset.fileKey);
  return stored && { id, fileName: asset.fileName, data: await buffer(stored.stream) };
}

async function pictureOf({ db }: MediaDeps, id: AssetId): Promise<Result<Asset, EditRefusal>> {
  const asset = await findAsset(db, id);
  if (asset?.width == null || asset.height === null || asset.placeholderColor === null) return NOT_FOUND;
  const { kind, width, height, placeholderColor } = asset;
  return ok({ assetId: id, kind, width, height, placeholderColor });
}
