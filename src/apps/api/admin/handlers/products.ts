import { z } from 'zod';
import { ok, parseId, refuse } from '../../../../kernel/index.ts';
import {
  archiveProducts,
  listProductIds,
  type Product,
  type ProductId,
  readProducts,
  type SafetyContact,
  saveProducts,
} from '../../../../modules/catalog/index.ts';
import {
  type Answer,
  type Handlers,
  readCursor,
  sentFields,
  writeCursor,
} from '../../../../platform/api/index.ts';
import { transact } from '../../../../platform/database/index.ts';
import type { productEndpoints } from '../contract/products.ts';
import type { AdminDeps } from '../deps.ts';

type ProductAnswer = Answer<typeof productEndpoints.readProduct>;
const POSITION = z.tuple([z.string().max(36)]);

export function productHandlers({ db, reads }: AdminDeps): Handlers<typeof productEndpoints> {
  return {
    listProducts: async ({ query: { cursor, limit } }) => {
      const position = readCursor('products', POSITION, cursor);
      if (!position.ok) return position;
      const after = parseId<'product'>(position.value?.[0] ?? '');
      const ids = await listProductIds(reads, { after, limit: limit + 1 });
      const shown = ids.slice(0, limit);
      const products = new Map((await readProducts(reads, shown)).map((product) => [product.id, product]));
      const items = shown.flatMap((id) => {
        const product = products.get(id);
        return product ? [productAnswer(product)] : [];
      });
      const last = ids.length > limit ? shown.at(-1) : undefined;
      return ok({ items, nextCursor: last && writeCursor('products', [last]) });
    },
    readProduct: async ({ params: { id } }) => {
      const [product] = await readProducts(reads, [id]);
      return product ? ok(productAnswer(product)) : refuse('not_found', `no product has the id ${id}`, 'id');
    },
    saveProduct: async ({ params: { handle }, body, now }) => {
      const { variants, ...rest } = sentFields(body);
      const draft = { ...rest, handle, ...(variants ? { variants: variants.map(sentFields) } : {}) };
      const [saved] = await transact(db, (tx) => saveProducts(tx, { drafts: [draft], now, cause: 'api' }));
      if (saved === undefined) throw new TypeError('a draft was saved and nothing was said of it');
      if ('refusal' in saved) return { ok: false, refusal: saved.refusal };
      return ok({ id: saved.id, handle: saved.handle, outcome: saved.outcome, variants: saved.variants });
    },
    archiveProduct: async ({ params: { id }, now }) => {
      const ids: ProductId[] = await transact(db, (tx) => archiveProducts(tx, { ids: [id], now }));
      return ok({ isArchived: ids.length > 0 });
    },
  };
}

function productAnswer(product: Product): ProductAnswer {
  const { id, handle, title, descriptionHtml, kind, status, productType, brandId, categoryIds, tags } =
    product;
  const { options, seoTitle, seoDescription, safetyWarnings } = product;
  return {
    ...{ id, handle, title, descriptionHtml, kind, status, productType, brandId, categoryIds, tags },
    ...{ options, seoTitle, seoDescription, safetyWarnings },
    manufacturer: product.manufacturer && contactOf(product.manufacturer),
    euResponsiblePerson: product.euResponsiblePerson && contactOf(product.euResponsiblePerson),
    media: product.media.map(({ assetId, alt }) => ({ assetId, alt })),
    variants: product.variants.map((variant) => {
      const { weightGrams, hsCode, originCountry, requiresShipping, isTaxable, taxCode } = variant;
      const { optionValues, sku, barcode } = variant;
      const facts = { weightGrams, hsCode, originCountry, requiresShipping, isTaxable, taxCode };
      return { id: variant.id, optionValues, sku, barcode, ...facts };
    }),
    publishAt: product.publishAt?.toString(),
    unpublishAt: product.unpublishAt?.toString(),
    publishedAt: product.publishedAt?.toString(),
    createdAt: product.createdAt.toString(),
    updatedAt: product.updatedAt.toString(),
  };
}

function contactOf({ name, postalAddress, electronicAddress }: SafetyContact) {
  return { name, postalAddress, electronicAddress };
}
