import { z } from 'zod';
import {
  currencyInput,
  documentedAs,
  handle,
  id,
  instant,
  instantInput,
  integer,
  list,
  money,
  moneyInput,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { KINDS, STATUSES, thumbnail } from './product-table.ts';

const contact = { name: text(255), postalAddress: text(500), electronicAddress: text(500) };
const attributeValue = z.union([text(10_000), z.number(), z.boolean(), list(text(10_000), 500)]);
const attributes = documentedAs(
  z.record(text(60, 1), attributeValue).refine((all) => Object.keys(all).length <= 250, 'at most 250'),
  { type: 'object', maxProperties: 250, description: 'Values by the key of their definition.' },
);
const priced = z.strictObject({ price: moneyInput(), compareAt: moneyInput().optional() });
const counted = z.strictObject({ locationId: id<'location'>(), onHand: integer(0, 2_147_483_647) });

const variantInput = z.strictObject({
  id: id<'variant'>().optional().describe('Of one that is there; without it, it is new.'),
  optionValues: list(text(255, 1), 3),
  sku: text(255).optional(),
  barcode: text(64).optional(),
  weightGrams: integer(0, 100_000_000).nullable().optional(),
  hsCode: text(20).optional(),
  originCountry: text(2).optional(),
  requiresShipping: z.boolean().optional(),
  isTaxable: z.boolean().optional(),
  taxCode: text(64).optional(),
  cost: moneyInput().nullable().optional(),
  assetId: id<'asset'>().nullable().optional().describe('The variant’s own picture.'),
  prices: list(priced, 50).optional().describe('Currencies that are left out keep theirs.'),
  removedPrices: list(currencyInput(), 50).optional(),
  onHand: list(counted, 200).optional().describe('Counted; places that are left out keep theirs.'),
});

/** What an editor changes of a product: what is left out stays, `null` empties, a list replaces the whole list. */
export const productFields = {
  title: text(255, 1).optional(),
  descriptionHtml: text(200_000).optional(),
  kind: z.enum(KINDS).optional(),
  status: z.enum(STATUSES).optional(),
  productType: text(255).optional(),
  brand: text(255).optional().describe('Its name; made when there is none.'),
  categories: list(list(text(255, 1), 8, 1), 20)
    .optional()
    .describe('Paths of names; made where missing. The first is the product’s own.'),
  tags: list(text(255, 1), 250).optional(),
  attributes: attributes.optional(),
  options: list(z.strictObject({ name: text(255, 1), values: list(text(255, 1), 2_048) }), 3).optional(),
  media: list(z.strictObject({ assetId: id<'asset'>(), alt: text(512) }), 250).optional(),
  seoTitle: text(255).optional(),
  seoDescription: text(1_000).optional(),
  manufacturer: z.strictObject(contact).nullable().optional(),
  euResponsiblePerson: z.strictObject(contact).nullable().optional(),
  safetyWarnings: text(5_000).optional(),
  publishAt: instantInput().nullable().optional(),
  unpublishAt: instantInput().nullable().optional(),
  variants: list(variantInput, 2_048).optional(),
  handle: handle().optional().describe('Another address; the one it had leads there.'),
};

const editorVariant = z.object({
  id: uuid(),
  sku: z.string().optional(),
  barcode: z.string().optional(),
  optionValues: z.array(z.string()),
  weightGrams: z.number().optional(),
  hsCode: z.string().optional(),
  originCountry: z.string().optional(),
  requiresShipping: z.boolean(),
  isTaxable: z.boolean(),
  taxCode: z.string(),
  cost: money.optional().meta({ permission: 'costs:read' }),
  assetId: uuid().optional(),
  prices: z.array(z.object({ price: money, compareAt: money.optional() })),
  stock: z.array(z.object({ locationId: uuid(), onHand: z.int(), reserved: z.int(), available: z.int() })),
});

/** A product with all that its editor shows. */
export const productInEditor = z
  .object({
    id: uuid(),
    version: z.string().describe('Sent back with a change, which is refused when it is not the latest.'),
    handle: z.string(),
    title: z.string(),
    descriptionHtml: z.string(),
    kind: z.enum(KINDS),
    status: z.enum(STATUSES),
    productType: z.string(),
    brand: z.string().describe('Its name; empty without one.'),
    categories: z.array(z.array(z.string())),
    tags: z.array(z.string()),
    attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
    options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
    variants: z.array(editorVariant),
    media: z.array(
      z.object({
        assetId: uuid(),
        alt: z.string(),
        thumbnail: thumbnail.optional(),
        originalId: uuid().optional(),
      }),
    ),
    seoTitle: z.string(),
    seoDescription: z.string(),
    manufacturer: z
      .object({ name: z.string(), postalAddress: z.string(), electronicAddress: z.string() })
      .optional(),
    euResponsiblePerson: z
      .object({ name: z.string(), postalAddress: z.string(), electronicAddress: z.string() })
      .optional(),
    safetyWarnings: z.string(),
    publishAt: instant().optional(),
    unpublishAt: instant().optional(),
    publishedAt: instant().optional(),
    createdAt: instant(),
    updatedAt: instant(),
    collections: z.array(z.object({ id: uuid(), title: z.string(), kind: z.enum(['manual', 'rule']) })),
    translations: z.array(z.object({ locale: z.string(), fields: z.record(z.string(), z.string()) })),
    isInStorefront: z.boolean(),
  })
  .meta({ id: 'ProductInEditor' });
