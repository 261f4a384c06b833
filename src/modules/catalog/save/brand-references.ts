import type { Db } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import type { BrandId } from '../brand.ts';
import type { ProductDraft } from '../product-draft.ts';
import { findBrandsByName, findTakenHandles } from '../store/read-references.ts';
import type { NewBrand } from '../store/write-references.ts';
import { freeHandle, handleCandidates } from './free-handle.ts';

export type BrandReferences = {
  readonly idOf: (name: string) => BrandId;
  /** Brands that are to be made if a draft that names them is taken. */
  readonly missing: readonly NewBrand[];
};

/** The brands that the drafts name, found or to be made. Two round trips at most. */
export async function findBrands(db: Db, drafts: readonly ProductDraft[]): Promise<BrandReferences> {
  const names = new Set(drafts.flatMap((draft) => draft.brand || []));
  const found = await findBrandsByName(db, [...names]);
  const unknown = new Map(
    found.filter(({ id }) => id === undefined).map((named) => [named.key, named.asked]),
  );
  const missing = await newBrands(db, [...unknown.values()]);
  const newIds = new Map([...unknown.keys()].map((key, index) => [key, missing[index]?.id]));
  const ids = new Map(found.map(({ asked, key, id }) => [asked, id ?? newIds.get(key)]));
  const idOf = (name: string) => {
    const id = ids.get(name);
    if (id === undefined) throw new RangeError(`the brand "${name}" was not looked up`);
    return id;
  };
  return { idOf, missing };
}

async function newBrands(db: Db, names: readonly string[]): Promise<NewBrand[]> {
  const candidates = names.map((name) => handleCandidates([name], 'brand'));
  const taken = await findTakenHandles(db, 'brand', candidates.flat());
  return names.map((name, index) => {
    const id: BrandId = newId();
    const handle = freeHandle(candidates[index] ?? [], taken, id);
    taken.add(handle);
    return { id, handle, name };
  });
}
