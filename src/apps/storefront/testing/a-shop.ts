import { currencyOf, expectOk, localeOf } from '../../../kernel/index.ts';
import {
  type ProductDraft,
  type ProductId,
  saveAttributeDefinition,
  saveProducts,
  setRelations,
  setTranslations,
  type VariantId,
} from '../../../modules/catalog/index.ts';
import { defaultLocation, setOnHand } from '../../../modules/inventory/index.ts';
import { saveMarket, saveShop, saveStorefront } from '../../../modules/markets/index.ts';
import { setPrices } from '../../../modules/pricing/index.ts';
import type { Db } from '../../../platform/database/index.ts';

export const EUR = currencyOf('EUR');

/** A shop of two languages with a shirt in four variants, a reduced mug, a draft and a product for next year. */
export type AShop = {
  readonly products: ReadonlyMap<string, ProductId>;
  readonly variants: ReadonlyMap<string, VariantId>;
};

export async function aShop(db: Db, now: Temporal.Instant): Promise<AShop> {
  await db.transaction().execute(async (tx) => {
    expectOk(await saveShop(tx, SHOP));
    expectOk(await saveMarket(tx, MARKET));
    expectOk(await saveStorefront(tx, { prefix: '', market: 'eu', locale: 'en' }));
    expectOk(await saveStorefront(tx, { prefix: 'de', market: 'eu', locale: 'de' }));
    expectOk(await saveAttributeDefinition(tx, SWATCH));
  });
  const products = new Map<string, ProductId>();
  const variants = new Map<string, VariantId>();
  await db.transaction().execute(async (tx) => {
    for (const saved of await saveProducts(tx, { drafts: draftsAt(now), now, cause: 'test' })) {
      if ('refusal' in saved) throw new Error(`${saved.handle}: ${JSON.stringify(saved.refusal)}`);
      products.set(saved.handle, saved.id);
      for (const { sku, id } of saved.variants) if (sku) variants.set(sku, id);
    }
  });
  const location = await defaultLocation(db);
  const monthAgo = now.subtract({ hours: 24 * 40 });
  await db.transaction().execute(async (tx) => {
    await setPrices(tx, { prices: pricesOf(variants), now: monthAgo, reason: 'test' });
    await setPrices(tx, { prices: [reducedMug(variants)], now, reason: 'sale' });
    const counts = [...variants].map(([sku, variantId]) => {
      return { variantId, locationId: location.id, onHand: STOCK.get(sku) ?? 10 };
    });
    await setOnHand(tx, { counts, now, reason: 'count', reference: 'test' });
    const shirt = idIn(products, 'linen-shirt');
    expectOk(await setRelations(tx, shirt, 'related', [idIn(products, 'blue-mug')]));
    const fields = { title: 'Leinenhemd', 'option:0:name': 'Größe', 'option:1:name': 'Farbe' };
    const locale = localeOf('de');
    expectOk(await setTranslations(tx, { entity: 'product', entityId: shirt, locale, fields }));
  });
  return { products, variants };
}

/** The id under this name; throws when there is none. */
export function idIn<Id>(ids: ReadonlyMap<string, Id>, name: string): Id {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`nothing is called ${name}`);
  return id;
}

const SHOP = {
  name: 'Nordlicht',
  tagline: 'Things to keep',
  legalName: 'Nordlicht GmbH',
  email: 'hello@nordlicht.example',
  phone: '',
  postalAddress: 'Hafenstraße 1, 20457 Hamburg',
  country: '',
  vatId: '',
  baseUrl: '',
  timeZone: 'Europe/Berlin',
  defaultCurrency: EUR,
  defaultLocale: localeOf('en'),
  template: 'atelier',
} as const;

const MARKET = {
  code: 'eu',
  name: 'Europe',
  countries: ['IE', 'DE'],
  currency: EUR,
  pricesIncludeTax: true,
  position: 0,
};

const SWATCH = {
  key: 'swatch',
  name: 'Swatch',
  type: 'color',
  unit: undefined,
  choices: [],
  isFacet: false,
  position: 0,
} as const;

const STOCK: ReadonlyMap<string, number> = new Map([
  ['SHIRT-S-RED', 0],
  ['SHIRT-M-RED', 2],
]);

function draftsAt(now: Temporal.Instant): ProductDraft[] {
  const red = { swatch: '#bd6440' };
  const blue = { swatch: '#27344e' };
  return [
    {
      handle: 'linen-shirt',
      title: 'Linen <Shirt> & Co',
      descriptionHtml: '<p>Washed linen &amp; horn buttons.</p>',
      brand: 'Nordlicht Studio',
      categories: [['Clothing', 'Shirts']],
      status: 'active',
      options: [
        { name: 'Size', values: ['S', 'M'] },
        { name: 'Color', values: ['Red', 'Blue'] },
      ],
      variants: [
        { optionValues: ['S', 'Red'], sku: 'SHIRT-S-RED', attributes: red, barcode: '4006381333931' },
        { optionValues: ['S', 'Blue'], sku: 'SHIRT-S-BLUE', attributes: blue },
        { optionValues: ['M', 'Red'], sku: 'SHIRT-M-RED', attributes: red },
        { optionValues: ['M', 'Blue'], sku: 'SHIRT-M-BLUE', attributes: blue },
      ],
    },
    { handle: 'blue-mug', title: 'Blue mug', status: 'active', variants: [{ optionValues: [], sku: 'MUG' }] },
    {
      handle: 'not-ready',
      title: 'Not ready',
      status: 'draft',
      variants: [{ optionValues: [], sku: 'DRAFT' }],
    },
    {
      handle: 'next-year',
      title: 'Next year',
      status: 'active',
      publishAt: now.add({ hours: 24 * 365 }),
      variants: [{ optionValues: [], sku: 'LATER' }],
    },
    { handle: 'no-price', title: 'No price', status: 'active', variants: [{ optionValues: [] }] },
  ];
}

function pricesOf(variants: ReadonlyMap<string, VariantId>) {
  return [...variants].map(([sku, variantId], index) => ({
    variantId,
    currency: EUR,
    amountMinor: sku === 'MUG' ? 2_400n : 4_990n + BigInt(index) * 100n,
    compareAtMinor: undefined,
  }));
}

/** Marked down from an invented 99 euros: 24 is all that may be announced. */
function reducedMug(variants: ReadonlyMap<string, VariantId>) {
  return {
    variantId: idIn(variants, 'MUG'),
    currency: EUR,
    amountMinor: 1_800n,
    compareAtMinor: 9_900n,
  };
}
