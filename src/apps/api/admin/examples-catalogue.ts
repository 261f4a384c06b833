import { EXAMPLE } from '../example-ids.ts';

const price = { amount: '5.00', currency: 'EUR' };
const locationId = EXAMPLE.location;
const contact = { name: 'H', postalAddress: 'a', electronicAddress: 'e' };
const onHand = [{ locationId, onHand: 3 }];

const fields = {
  ...{
    title: 'Bowl',
    descriptionHtml: '<p>Bowl</p>',
    kind: 'physical',
    status: 'draft',
    productType: 'Bowls',
  },
  ...{ brand: 'Halden', categories: [['Home', 'Kitchen']], tags: ['gift'], attributes: {}, media: [] },
  ...{ options: [{ name: 'Size', values: ['S'] }], seoTitle: 's', seoDescription: 'd', safetyWarnings: 'w' },
  ...{ manufacturer: contact, euResponsiblePerson: contact, handle: 'bowl-of-example' },
  ...{ publishAt: '2026-01-01T00:00:00Z', unpublishAt: '2027-01-01T00:00:00Z' },
  variants: [
    {
      ...{ optionValues: ['S'], sku: 'bowl-s', barcode: '4006381333931', weightGrams: 300, hsCode: '691110' },
      ...{
        originCountry: 'DE',
        requiresShipping: true,
        isTaxable: true,
        taxCode: '',
        cost: price,
        assetId: null,
      },
      ...{
        prices: [{ price, compareAt: { amount: '6.00', currency: 'EUR' } }],
        removedPrices: ['USD'],
        onHand,
      },
    },
  ],
};

const collection = {
  ...{ handle: 'gifts', title: 'Gifts', descriptionHtml: '<p>Gifts</p>', sort: 'newest', assetId: null },
  ...{ seoTitle: 's', seoDescription: 'd', isPublished: true },
  rule: { all: [{ field: 'tag', is: 'equal_to', value: 'gift' }] },
};
const target = { facet: 'brand', value: 'halden' };
const searchRule = {
  ...{
    locale: 'en',
    query: 'gift',
    pinned: [],
    boosted: [target],
    buried: [target],
    redirectTo: '/collections/gifts',
  },
};
const brand = { name: 'Nordlicht', handle: 'nordlicht', descriptionHtml: '<p>N</p>', logoAssetId: null };
const category = { name: 'Bowls', handle: 'bowls', descriptionHtml: '<p>B</p>' };
const recipe = {
  ...{ rotate: 90, isMirrored: true, straighten: 1.5, brightness: 5, contrast: 5, saturation: 5, warmth: 5 },
  ...{ crop: { left: 0.1, top: 0.1, width: 0.5, height: 0.5 }, background: 'white', tolerance: 10 },
};

/** Bodies of the endpoints of the Products desk. */
export const CATALOGUE_EXAMPLES = {
  createProduct: fields,
  editProduct: { ...fields, version: '1' },
  restoreProduct: { toVersion: '1', version: '2' },
  translateProduct: { locale: 'de', fields: [{ field: 'title', value: 'Schale' }] },
  changeCells: {
    rows: [
      {
        ...{ productId: EXAMPLE.product, variantId: EXAMPLE.variant },
        cells: {
          ...{
            title: 'Cup',
            status: 'active',
            productType: 'Cups',
            brand: 'Halden',
            tags: ['a'],
            seoTitle: 's',
          },
          ...{
            seoDescription: 'd',
            sku: 'cup-1',
            barcode: '4006381333931',
            weightGrams: 300,
            hsCode: '691110',
          },
          ...{ originCountry: 'DE', taxCode: '', cost: price, onHand },
          prices: [{ price, compareAt: { amount: '6.00', currency: 'EUR' } }],
        },
      },
    ],
    isTrial: true,
  },
  actOnProducts: {
    select: { ids: [EXAMPLE.product] },
    action: { kind: 'add_tags', tags: ['sale'] },
    title: 'Sale',
  },
  previewProductAction: {
    select: { ids: [EXAMPLE.product] },
    action: { kind: 'add_tags', tags: ['sale'] },
  },
  undoWork: { title: 'Undo: Sale' },
  removeDemoData: { shopName: 'Halden', title: 'Demo out' },
  beginOrderExport: { title: 'Orders' },
  beginCustomerExport: { title: 'Customers' },
  beginProductExport: { format: 'shopify', filter: { q: 'cup' }, title: 'Cups' },
  beginStockLevelExport: { title: 'Stock' },
  beginMovementExport: { title: 'Movements' },
  beginGiftCardExport: { title: 'Gift cards' },
  beginAuditExport: { title: 'Audit log' },
  beginPriceExport: { title: 'Prices' },
  beginForecastExport: { title: 'Forecasts' },
  previewEdit: recipe,
  editPicture: recipe,
  createCollection: collection,
  changeCollection: { ...collection, version: '1' },
  previewRule: { rule: collection.rule },
  setCollectionProducts: { productIds: [EXAMPLE.product] },
  placeProduct: { kind: 'pin', place: 1 },
  createSynonym: { locale: 'en', source: 'couch', words: ['sofa'] },
  changeSynonym: { locale: 'en', source: 'couch', words: ['sofa'] },
  createSearchRule: searchRule,
  changeSearchRule: { ...searchRule, query: 'present' },
  saveRedirects: { redirects: [{ path: '/old', target: '/products/cup' }] },
  removeRedirects: { paths: ['/old'] },
  createCategory: { ...category, parentId: EXAMPLE.product },
  changeCategory: { ...category, parentId: null, position: 1 },
  createBrand: brand,
  changeBrand: { ...brand, name: 'Südlicht', handle: 'suedlicht' },
  saveAttribute: {
    ...{ name: 'Material', type: 'choice', unit: 'cm', choices: ['Linen'], isFacet: true, position: 1 },
  },
  startImport: { isDryRun: true, options: { currency: 'EUR' }, title: 'Try products.csv' },
} as const;
