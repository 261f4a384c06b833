import type { Db } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import type { CategoryId } from '../category.ts';
import type { ProductDraft } from '../product-draft.ts';
import { findCategoriesByName, findTakenHandles, type NamedCategory } from '../store/read-references.ts';
import type { NewCategory } from '../store/write-references.ts';
import { freeHandle, handleCandidates } from './free-handle.ts';

export type CategoryReferences = {
  readonly idOf: (path: readonly string[]) => CategoryId;
  /** Categories that are to be made if a draft that names them or one below is taken; parents first. */
  readonly missing: readonly NewCategory[];
};

/** The categories that the drafts name, found or to be made. Two round trips at most. */
export async function findCategories(db: Db, drafts: readonly ProductDraft[]): Promise<CategoryReferences> {
  const paths = drafts.flatMap((draft) => draft.categories ?? []);
  const known = knownByPlace(await findCategoriesByName(db, [...new Set(paths.flat())]));
  const taken = await findTakenHandles(db, 'category', candidatesOfMissing(paths, known));
  const missing: NewCategory[] = [];
  const ids = new Map<string, CategoryId>();
  for (const names of paths) {
    let parent: Pick<NamedCategory, 'id' | 'path'> | undefined;
    for (const [depth, name] of names.entries()) {
      const place = placeOf(parent?.id, name);
      let category = known.get(place);
      if (category === undefined) {
        const made = newCategory(parent, names.slice(0, depth + 1), taken);
        missing.push(made);
        known.set(place, made);
        category = made;
      }
      parent = category;
    }
    if (parent !== undefined) ids.set(JSON.stringify(names), parent.id);
  }
  const idOf = (path: readonly string[]) => {
    const id = ids.get(JSON.stringify(path));
    if (id === undefined) throw new RangeError(`the category "${path.join(' > ')}" was not looked up`);
    return id;
  };
  return { idOf, missing };
}

/** Where a category stands: its parent, and its name whatever the case. */
function placeOf(parentId: CategoryId | undefined, name: string): string {
  return `${parentId ?? ''}/${name.toLowerCase()}`;
}

function knownByPlace(found: readonly NamedCategory[]): Map<string, NamedCategory> {
  // The first by path wins where two siblings have one name.
  return new Map(found.toReversed().map((category) => [placeOf(category.parentId, category.name), category]));
}

/** The handles to ask the database about: only paths that are not known whole can need one. */
function candidatesOfMissing(
  paths: readonly (readonly string[])[],
  known: ReadonlyMap<string, NamedCategory>,
): string[] {
  const candidates = new Set<string>();
  for (const names of paths) {
    let parentId: CategoryId | undefined;
    let isKnown = true;
    for (const [depth, name] of names.entries()) {
      const category: NamedCategory | undefined = isKnown ? known.get(placeOf(parentId, name)) : undefined;
      isKnown = category !== undefined;
      parentId = category?.id;
      if (isKnown) continue;
      for (const handle of categoryHandles(names.slice(0, depth + 1))) candidates.add(handle);
    }
  }
  return [...candidates];
}

/** 'Men > Shirts' is `shirts`, or `men-shirts` when there are other shirts. */
function categoryHandles(names: readonly string[]): string[] {
  return handleCandidates([names.at(-1) ?? '', names.join(' ')], 'category');
}

function newCategory(
  parent: Pick<NamedCategory, 'id' | 'path'> | undefined,
  names: readonly string[],
  taken: Set<string>,
): NewCategory {
  const id: CategoryId = newId();
  const handle = freeHandle(categoryHandles(names), taken, id);
  taken.add(handle);
  const path = parent === undefined ? handle : `${parent.path}/${handle}`;
  return { id, parentId: parent?.id, handle, name: names.at(-1) ?? '', path };
}
