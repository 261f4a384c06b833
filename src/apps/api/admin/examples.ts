import { EXAMPLE, EXAMPLE_ADDRESS } from '../example-ids.ts';
import { ANNOTATION_EXAMPLES } from './examples-annotations.ts';
import { CATALOGUE_EXAMPLES } from './examples-catalogue.ts';
import { DECISION_EXAMPLES } from './examples-decisions.ts';
import { HISTORY_EXAMPLES } from './examples-history.ts';
import { PURCHASING_EXAMPLES } from './examples-purchasing.ts';
import { REPLENISHMENT_EXAMPLES } from './examples-replenishment.ts';
import { REPORTING_EXAMPLES } from './examples-reporting.ts';
import { SETTINGS_EXAMPLES } from './examples-settings.ts';
import { STAFF_EXAMPLES } from './examples-staff.ts';
import { STOCK_EXAMPLES } from './examples-stock.ts';

const money = { amount: '5.00', currency: 'EUR' };
const variantId = EXAMPLE.variant;
const locationId = EXAMPLE.location;
const line = { lineId: EXAMPLE.orderLine, quantity: 1 };
const promotion = {
  ...{ name: 'Spring', trigger: 'code', lane: 2, limits: {} },
  benefits: [{ kind: 'percent_off', per: 'order', rateMillionths: 100_000 }],
};
const paymentMethod = {
  ...{ provider: 'test', mode: 'in_page', isCapturedAtOnce: true, marketCodes: ['eu'], position: 1 },
  ...{ titles: [{ locale: 'en', title: 'Card' }], isActive: true },
  limits: [
    { currency: 'EUR', min: { amount: '1.00', currency: 'EUR' }, max: { amount: '900.00', currency: 'EUR' } },
  ],
};

const selling = {
  saveProduct: {
    ...{ title: 'Cup', descriptionHtml: '<p>Cup</p>', kind: 'physical', status: 'active' },
    ...{ productType: 'Cups', brand: 'Halden', categories: [['Home']], tags: ['a'] },
    ...{
      options: [{ name: 'Size', values: ['S'] }],
      seoTitle: 's',
      seoDescription: 'd',
      safetyWarnings: 'w',
    },
    publishAt: '2026-01-01T00:00:00Z',
    unpublishAt: '2027-01-01T00:00:00Z',
    manufacturer: { name: 'H', postalAddress: 'a', electronicAddress: 'e' },
    euResponsiblePerson: { name: 'H', postalAddress: 'a', electronicAddress: 'e' },
    media: [],
    variants: [
      {
        ...{ optionValues: ['S'], sku: 'cup', barcode: '4006381333931', weightGrams: 300, hsCode: '691110' },
        ...{ originCountry: 'DE', requiresShipping: true, isTaxable: true, taxCode: '' },
      },
    ],
  },
  setPrices: { prices: [{ variantId, price: money, compareAt: { amount: '6.00', currency: 'EUR' } }] },
  countStock: { reference: 'r', counts: [{ variantId, locationId, onHand: 50 }] },
  moveStock: { reason: 'received', reference: 'r', moves: [{ variantId, locationId, quantity: 1 }] },
  createPromotion: { promotion },
  changePromotion: { promotion },
  saveCodes: { codes: ['SPRING'], usesLimit: 10 },
  removeCodes: { codes: ['WINTER'] },
  saveLane: { name: 'Goods', stacking: 'best' },
  makeCodes: { count: 1, prefix: 'A', usesLimit: 1 },
};

const orders = {
  addNote: { text: 'called', mentions: [EXAMPLE.customer] },
  fulfilOrders: { carrier: 'DHL', orders: [{ orderId: EXAMPLE.order, trackingNumber: '1' }] },
  tagOrders: { orderIds: [EXAMPLE.order], add: ['vip'], remove: ['new'] },
  archiveOrders: { orderIds: [EXAMPLE.order], isArchived: true },
  previewRefund: {
    ...{ lines: [{ ...line, deduction: { amount: '1.00', currency: 'EUR' } }], deductionReason: 'Worn' },
    ...{ withDelivery: true, goodwill: money, means: 'original', isRemoval: false },
  },
  cancelOrder: { reason: 'merchant' },
  capturePayment: { key: 'parcel', amount: money, isFinal: false },
  fulfilOrder: { lines: [line], carrier: 'DHL', trackingNumber: '1' },
  deliverFulfilment: { fulfilmentId: EXAMPLE.fulfilment },
  refundOrder: {
    lines: [{ ...line, deduction: { amount: '1.00', currency: 'EUR' } }],
    ...{ withDelivery: true, goodwill: money, means: 'original', reason: 'late' },
    ...{ deductionReason: 'Worn', overpaid: money, returnId: EXAMPLE.return },
  },
  resolveRefund: { by: 'retry' },
  addToOrder: { lines: [{ variantId, quantity: 1 }] },
  exchangePieces: {
    returned: [{ ...line, reason: 'wrong_size', note: 'n' }],
    ...{ wanted: [{ variantId, quantity: 1 }], sends: 'on_receipt' },
  },
  finishExchange: { forgivesMissing: false },
  labelReturn: {
    ...{ carrier: 'DHL', trackingNumber: '1', url: 'https://carrier.example/label' },
    ...{ fileId: EXAMPLE.file, text: 'Print it and stick it on.' },
  },
  requestReturn: { lines: [{ ...line, reason: 'faulty', note: 'n' }] },
  decideReturn: { decision: 'approved', note: 'Send it to Weg 1, 10115 Berlin.' },
  receiveReturn: {
    locationId,
    lines: [{ lineId: EXAMPLE.orderLine, sellableQuantity: 1, damagedQuantity: 0 }],
  },
  removePieces: { lines: [line] },
  changeAddress: { address: EXAMPLE_ADDRESS, deliveryOptionId: 'standard', expectedTotal: money },
  proposeAddressChange: {
    ...{ address: EXAMPLE_ADDRESS, deliveryOptionId: 'standard', expectedTotal: money, daysOpen: 7 },
  },
  previewAddressChange: { address: EXAMPLE_ADDRESS, deliveryOptionId: 'standard' },
  createDraft: {
    ...{ storefront: '', email: 'ada@example.org', lines: [{ variantId, quantity: 1 }] },
    ...{ shippingAddress: EXAMPLE_ADDRESS, codes: ['SPRING'], addsTo: EXAMPLE.order, note: 'by phone' },
  },
  handleWithdrawal: { note: 'refunded' },
};

const segmentConditions = [
  { field: 'orders', is: 'at_least', count: 2 },
  { field: 'spent', is: 'at_least', minor: '5000', currency: 'EUR' },
  { field: 'last_order', is: 'within', days: 30 },
  { field: 'first_order', is: 'longer_ago', days: 30 },
  { field: 'market', is: 'is', value: 'eu' },
  { field: 'country', is: 'is_not', value: 'DE' },
  { field: 'tag', is: 'is', value: 'vip' },
  { field: 'marketing', is: 'given' },
  { field: 'account', is: 'has' },
];
const segmentRule = { match: 'all', conditions: segmentConditions };
const segment = { code: 'loyal', name: 'Loyal', rule: segmentRule };

const moneyMatters = {
  markCustomers: { customerIds: [EXAMPLE.customer], what: 'tags', add: ['vip'], remove: ['new'] },
  addCustomerNote: { text: 'called' },
  createSegment: segment,
  changeSegment: segment,
  previewSegment: { rule: segmentRule },
  changeCustomer: {
    ...{ name: 'Ada Byron', phone: '+49 30 1234567', vatId: 'DE123456789', isTaxExempt: false },
    ...{ segments: ['wholesale'], tags: ['vip'] },
  },
  addAddress: { address: EXAMPLE_ADDRESS, isDefaultShipping: true, isDefaultBilling: true },
  changeCustomerAddress: { address: EXAMPLE_ADDRESS, isDefaultShipping: true, isDefaultBilling: false },
  mergeCustomers: { fromId: EXAMPLE.customer, isConfirmed: true },
  eraseCustomer: { isConfirmed: true },
  savePriceList: {
    ...{ code: 'wholesale', name: 'Wholesale', kind: 'override', priority: 1, isActive: true },
    ...{ segment: 'wholesale', marketCode: 'eu', startsAt: '2026-01-01T00:00:00Z' },
    endsAt: '2027-01-01T00:00:00Z',
  },
  changePriceList: {
    ...{ code: 'retail', name: 'Retail', kind: 'sale', priority: 2, isActive: true },
    ...{ segment: 'wholesale', marketCode: 'eu', startsAt: '2026-01-01T00:00:00Z' },
    endsAt: '2027-01-01T00:00:00Z',
  },
  setListPrices: { prices: [{ variantId, price: money, fromQuantity: 10 }] },
  grantStoreCredit: { amount: money, reference: 'goodwill' },
  issueGiftCard: { amount: money, expiresAt: '2027-01-01T00:00:00Z', recipient: 'ada@example.org' },
  disableGiftCard: { isDisabled: true },
  createPaymentMethod: paymentMethod,
  changePaymentMethod: paymentMethod,
  savePaymentAccount: { credentials: {}, amendment: 'all' },
  testPaymentAccount: { credentials: {}, amendment: 'rest_stays' },
  orderPaymentMethods: { ids: [EXAMPLE.order] },
  contestDispute: {
    ...{ productDescription: 'A cup', customerName: 'Ada Byron', customerEmail: 'ada@example.org' },
    ...{ billingAddress: 'Lindenweg 12, Berlin', shippingAddress: 'Lindenweg 12, Berlin' },
    ...{ shippedOn: '2026-11-20', carrier: 'DHL', trackingNumber: '1', explanation: 'It was delivered.' },
    ...{ documents: ['invoice'], files: [{ fileId: EXAMPLE.file, kind: 'customer_signature' }] },
  },
  runReconciliation: { provider: 'test', day: '2026-11-24' },
  receiveMoney: { lineId: 'statement 7, line 2', amount: money, fee: { amount: '0.10', currency: 'EUR' } },
};

const priceRule = {
  selection: {
    ...{ q: 'cup', collectionId: EXAMPLE.otherLocation, productId: EXAMPLE.file, brandId: [EXAMPLE.file] },
    variantId: [variantId],
  },
  ...{
    currency: 'EUR',
    rounding: '99',
    compareAt: 'keep',
    change: { kind: 'percent', rateMillionths: -100_000 },
  },
};
const deskWork = {
  previewPriceChange: { ...priceRule, from: 0, limit: 100 },
  changePrices: {
    ...priceRule,
    startsAt: '2027-01-01T00:00:00Z',
    leavesOut: [variantId],
    expectedChanges: 0,
    title: 'Winter',
  },
  testPromotion: {
    ...{ promotion, promotionId: EXAMPLE.file, trialCodes: ['SPRING'], locale: 'en', market: 'eu' },
    ...{ lines: [{ variantId, quantity: 2 }], codes: ['SPRING'], at: '2026-12-01T10:00:00Z' },
    ...{ customer: { segments: ['wholesale'], orderCount: 0 }, delivery: money },
  },
};

const programs = {
  createWebhookEndpoint: {
    ...{ url: 'https://example.com/hooks', topics: ['orders.*'], description: 'Warehouse' },
  },
  changeWebhookEndpoint: {
    ...{ url: 'https://example.com/hooks', topics: ['orders.paid'], description: 'd', isActive: true },
  },
  createApiKey: { name: 'k', scopes: ['stock:read'], expiresAt: '2027-01-01T00:00:00Z' },
};

const zone = { name: 'Europe', position: 1, countries: ['AT'], regions: [], postalCodes: ['10*'] };
const deliveryMethod = {
  ...{ code: 'express', name: 'Express', kind: 'delivery', carrier: 'dhl', service: 'express' },
  ...{ translations: [{ locale: 'de', name: 'Express' }], taxClass: '', isTaxedLikeGoods: true },
  ...{ minDays: 1, maxDays: 2, cutOff: '14:00', maxWeightGrams: 30_000, isActive: true, position: 2 },
  maxDimensions: { lengthMm: 600, widthMm: 300, heightMm: 200 },
  rates: [
    {
      ...{ zoneId: EXAMPLE.zone, currency: 'EUR', freeFrom: money, basis: 'weight' },
      steps: [{ upTo: 1_000, price: money }, { price: money }],
    },
  ],
};
const carrierTable = {
  ...{ name: 'Parcels 2026', carrier: 'dhl', currency: 'EUR' },
  zones: [
    { code: '1', countries: ['DE'], regions: [], postalCodes: [], steps: [{ upTo: 1_000, price: money }] },
  ],
};
const location = { code: 'north', name: 'North', country: 'DE', isActive: true, position: 1 };

const settings = {
  saveTaxClass: { name: 'Books' },
  saveTaxRates: {
    rates: [
      {
        ...{ name: 'VAT', country: 'DE', region: 'BE', postalPrefixes: ['10'], levy: 'vat', taxClass: '' },
        ...{ rateMillionths: 190_000, validFrom: '2026-01-01', validUntil: '2027-01-01' },
        source: 'Umsatzsteuergesetz, section 12',
      },
    ],
  },
  saveTaxSeller: {
    ...{ registrations: ['GB', 'US-NY'], usesOss: true, isAboveThreshold: true },
    ...{ vatIdProof: 'format', timeZone: 'Europe/Berlin' },
  },
  createShippingZone: zone,
  changeShippingZone: zone,
  createDeliveryMethod: deliveryMethod,
  changeDeliveryMethod: deliveryMethod,
  createCarrierTable: carrierTable,
  changeCarrierTable: carrierTable,
  savePickupPoints: {
    points: [
      {
        ...{ carrier: 'dhl', code: '145', name: 'Packstation 145', address: EXAMPLE_ADDRESS },
        ...{ openingHours: [{ day: 1, opens: '09:00', closes: '18:30' }], isActive: true },
      },
    ],
  },
  saveMarket: {
    ...{ name: 'Europe', countries: ['DE'], currency: 'EUR', pricesIncludeTax: true, position: 0 },
  },
  saveStorefront: { prefix: 'de', market: 'eu', locale: 'de', position: 1 },
  schedulePrices: {
    startsAt: '2027-01-01T00:00:00Z',
    prices: [{ variantId, price: money, compareAt: { amount: '6.00', currency: 'EUR' } }],
  },
  createLocation: location,
  changeLocation: location,
  setStockPolicies: { policies: [{ variantId, isTracked: true, mayBackorder: false, lowStockAt: 3 }] },
  setBackorderTerms: {
    terms: [{ variantId, backorderLimit: 10, preorder: { availableFrom: '2027-01-01T00:00:00Z', limit: 5 } }],
  },
  labelUnavailable: { labels: [{ variantId, isLabelled: true }] },
  setIncoming: { incoming: [{ variantId, locationId, expectedOn: '2026-12-24', quantity: 10 }] },
  saveAllocationRule: { rule: 'nearest' },
  saveLowStockRule: { locationId, lowStockAt: 5 },
};

/** A body of each endpoint that takes one, with every field that it may have. */
const view = { name: 'To ship', query: 'state=paid', isShared: true };

export const ADMIN_EXAMPLES = {
  ...{ createView: view, changeView: view },
  ...deskWork,
  ...CATALOGUE_EXAMPLES,
  ...STOCK_EXAMPLES,
  ...selling,
  ...orders,
  ...moneyMatters,
  ...settings,
  ...programs,
  ...STAFF_EXAMPLES,
  ...SETTINGS_EXAMPLES,
  ...HISTORY_EXAMPLES,
  ...PURCHASING_EXAMPLES,
  ...REPLENISHMENT_EXAMPLES,
  ...REPORTING_EXAMPLES,
  ...ANNOTATION_EXAMPLES,
  ...DECISION_EXAMPLES,
} as const;
