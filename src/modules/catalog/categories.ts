import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { sanitiseHtml } from '../../platform/html/index.ts';
import { newId } from '../../platform/id.ts';
import { tell } from '../../platform/outbox/index.ts';
import type { Category, CategoryId } from './category.ts';
import { depthOf, isWithin, movedPath, pathUnder } from './category-tree.ts';
import { type CategoryRefusal, categoryRefusal } from './draft/check-category.ts';
import { LIMITS } from './limits.ts';
import { freeHandle, handleCandidates } from './save/free-handle.ts';
import { deleteCategory, lockTree, productsWithin, writeCategory } from './store/categories.ts';
import { tellProductsChanged } from './tell-changed.ts';

/**
 * Makes a category, under `parentId` or at the root, or renames the one with `id`, whose subtree keeps its
 * place below it. What is left out stays; a new one's handle comes from its name unless given.
 */
export async function saveCategory(
  tx: Tx,
  input: Partial<Omit<Category, 'name' | 'path'>> & { readonly name: string },
): Promise<Result<Category, CategoryRefusal>> {
  const name = input.name.toWellFormed().trim();
  const refusal = categoryRefusal({ ...input, name });
  if (refusal !== undefined) return { ok: false, refusal };
  const tree = await lockTree(tx);
  const existing = tree.find((category) => category.id === input.id);
  if (input.id !== undefined && existing === undefined) {
    return refuse('not_found', `no category has the id ${input.id}`, 'id');
  }
  const taken = new Set(tree.filter((category) => category !== existing).map(({ handle }) => handle));
  if (input.handle !== undefined && taken.has(input.handle)) {
    return refuse('handle_taken', `another category has the handle "${input.handle}"`, 'handle');
  }
  const id = existing?.id ?? newId<'category'>();
  const parentId = 'parentId' in input ? input.parentId : existing?.parentId;
  const candidates = handleCandidates([name], 'category');
  const wanted: Omit<Category, 'path'> = {
    id,
    parentId,
    handle: input.handle ?? existing?.handle ?? freeHandle(candidates, taken, id),
    name,
    position: input.position ?? existing?.position ?? lastPosition(tree, parentId),
    descriptionHtml: sanitiseHtml(input.descriptionHtml ?? existing?.descriptionHtml ?? '').trim(),
  };
  return place(tx, tree, existing, wanted);
}

/** Puts a category with all below it under another, or at the root; under itself is refused. */
export async function moveCategory(
  tx: Tx,
  input: { readonly id: CategoryId; readonly parentId: CategoryId | undefined; readonly position?: number },
): Promise<Result<Category, CategoryRefusal>> {
  const tree = await lockTree(tx);
  const existing = tree.find((category) => category.id === input.id);
  if (existing === undefined) return refuse('not_found', `no category has the id ${input.id}`, 'id');
  const position = input.position ?? lastPosition(tree, input.parentId);
  return place(tx, tree, existing, { ...existing, parentId: input.parentId, position });
}

/** Removes a category that has none below it; its products stay, without it. */
export async function removeCategory(tx: Tx, id: CategoryId): Promise<Result<undefined, CategoryRefusal>> {
  const tree = await lockTree(tx);
  const existing = tree.find((category) => category.id === id);
  if (existing === undefined) return refuse('not_found', `no category has the id ${id}`, 'id');
  if (tree.some((category) => category.parentId === id)) {
    return refuse('has_children', `there are categories below "${existing.name}"`, 'id');
  }
  const productIds = await productsWithin(tx, existing.path);
  await deleteCategory(tx, id);
  await tell(tx, 'catalog.taxonomy_changed', { what: 'category', ids: [id] });
  await tellProductsChanged(tx, productIds, 'category');
  return ok(undefined);
}

async function place(
  tx: Tx,
  tree: readonly Category[],
  existing: Category | undefined,
  wanted: Omit<Category, 'path'>,
): Promise<Result<Category, CategoryRefusal>> {
  const parent = tree.find((category) => category.id === wanted.parentId);
  if (wanted.parentId !== undefined && parent === undefined) {
    return refuse('not_found', `no category has the id ${wanted.parentId}`, 'parentId');
  }
  if (existing !== undefined && parent !== undefined && isWithin(parent.path, existing.path)) {
    return refuse('cycle', `"${parent.name}" is "${existing.name}" itself or below it`, 'parentId');
  }
  const saved = { ...wanted, path: pathUnder(parent, wanted.handle) };
  const below = tree.filter((category) => existing !== undefined && isWithin(category.path, existing.path));
  const paths = below.map((category) => movedPath(category.path, existing?.path ?? '', saved.path));
  if (Math.max(...[saved.path, ...paths].map(depthOf)) > LIMITS.categoryDepth) {
    return refuse('too_deep', `categories are at most ${LIMITS.categoryDepth} deep`, 'parentId');
  }
  await writeCategory(tx, saved, existing?.path);
  await tell(tx, 'catalog.taxonomy_changed', { what: 'category', ids: [saved.id] });
  if (existing !== undefined) await tellProductsChanged(tx, await productsWithin(tx, saved.path), 'category');
  return ok(saved);
}

function lastPosition(tree: readonly Category[], parentId: CategoryId | undefined): number {
  return tree.filter((category) => category.parentId === parentId).length;
}
