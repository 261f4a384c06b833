import { ok, type Result, refuse } from '../../../../kernel/index.ts';
import {
  type AttributeDefinition,
  type Brand,
  moveCategory,
  readAttributeDefinitions,
  readBrands,
  readCategories,
  removeCategory,
  saveAttributeDefinition,
  saveBrand,
  saveCategory,
} from '../../../../modules/catalog/index.ts';
import { countListedPlaces } from '../../../../modules/merchandising/index.ts';
import { type Asked, type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { type Tx, transactOrRefuse } from '../../../../platform/database/index.ts';
import { pageOfAll } from '../../page.ts';
import type { taxonomyEndpoints } from '../contract/taxonomy.ts';
import type { AdminDeps } from '../deps.ts';

type Own = typeof taxonomyEndpoints;

export function taxonomyHandlers({ db, reads }: Pick<AdminDeps, 'db' | 'reads'>): Handlers<Own> {
  return {
    listCategories: async () => {
      const [categories, counts] = await Promise.all([readCategories(reads), countListedPlaces(reads)]);
      return ok({
        categories: categories.map((one) => ({ ...one, products: counts.categories.get(one.path) ?? 0 })),
      });
    },
    createCategory: async ({ tx, body }) => named(await saveCategory(tx, sentFields(body))),
    changeCategory: ({ params: { id }, body }) =>
      transactOrRefuse(db, async (tx) => named(await changeCategory(tx, id, body))),
    removeCategory: async ({ params: { id } }) => {
      const removed = await transactOrRefuse(db, (tx) => removeCategory(tx, id));
      return removed.ok ? ok({ isRemoved: true }) : removed;
    },
    listBrands: async ({ query: { q = '', ...page } }) => {
      const [brands, counts] = await Promise.all([readBrands(reads), countListedPlaces(reads)]);
      const found = brands.filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()));
      return pageOfAll('brands', page, found, {
        keyOf: ({ name, id }: Brand) => `${name.toLowerCase().slice(0, 150)} ${id}`,
        itemOf: (brand) => ({ ...brand, products: counts.brands.get(brand.id) ?? 0 }),
      });
    },
    createBrand: async ({ tx, body, now }) => named(await saveBrand(tx, { ...brandOf(body), now })),
    changeBrand: ({ params: { id }, body, now }) =>
      transactOrRefuse(db, async (tx) => named(await saveBrand(tx, { ...brandOf(body), id, now }))),
    listAttributes: async () => ok({ attributes: await readAttributeDefinitions(reads) }),
    saveAttribute: async ({ params: { key }, body }) => {
      const definition: AttributeDefinition = { key, ...body, unit: body.unit };
      const saved = await transactOrRefuse(db, (tx) => saveAttributeDefinition(tx, definition));
      return saved.ok ? ok(definition) : saved;
    },
  };
}

type Change = Asked<Own['changeCategory']>;

async function changeCategory(tx: Tx, id: Change['params']['id'], body: Change['body']) {
  const { parentId, position, name, ...rest } = sentFields(body);
  const category = (await readCategories(tx)).find((one) => one.id === id);
  if (category === undefined) return refuse('not_found', `no category has the id ${id}`, 'id');
  const saved = await saveCategory(tx, { id, name: name ?? category.name, ...rest });
  if (!saved.ok || (parentId === undefined && position === undefined)) return saved;
  const under = parentId === undefined ? category.parentId : (parentId ?? undefined);
  return moveCategory(tx, { id, parentId: under, ...(position === undefined ? {} : { position }) });
}

function brandOf(body: Asked<Own['createBrand']>['body']) {
  const { logoAssetId, ...rest } = sentFields(body);
  return logoAssetId === undefined ? rest : { ...rest, logoAssetId: logoAssetId ?? undefined };
}

function named<
  Saved extends { readonly id: string },
  Refused extends { readonly code: string; readonly message: string },
>(saved: Result<Saved, Refused>): Result<{ readonly id: string }, Refused> {
  return saved.ok ? ok({ id: saved.value.id }) : saved;
}
