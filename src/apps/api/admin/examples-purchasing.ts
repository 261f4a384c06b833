import { EXAMPLE } from '../example-ids.ts';

const { variant: variantId, location: locationId, file: lineId, otherLocation: supplierId } = EXAMPLE;
const euros = (amount: string) => ({ amount, currency: 'EUR' });
const price = { amount: euros('12.50'), per: 1_000 };
const lines = [{ variantId, quantity: 48, price }];
const note = 'As talked about.';

const supplier = {
  ...{ name: 'Potter & Daughters', currency: 'EUR', locale: 'de', email: 'orders@potter.example' },
  ...{ address: 'Kilnweg 3\n20095 Hamburg', paymentDays: 30, incoterm: 'FCA Hamburg, Incoterms 2020' },
  ...{ discountMillionths: 20_000, discountDays: 10 },
  ...{ leadDays: 10, orderWeekdays: [1, 4], orderWeeks: 1, orderMinimum: euros('250.00') },
  ...{ orderMinimumPieces: 0, rate: '1', note, isActive: true },
  contacts: [{ name: 'Ida Ton', email: 'ida@potter.example', phone: '+49 40 123', about: 'Complaints' }],
  closedDays: [{ from: '2026-12-24', until: '2026-12-31' }],
};

/** Bodies of what is bought: suppliers, their prices, purchase orders. */
export const PURCHASING_EXAMPLES = {
  createSupplier: supplier,
  changeSupplier: supplier,
  saveSupplierPrices: {
    sources: [
      {
        ...{ variantId, sku: 'TASSE-1', packSize: 12, minimumQuantity: 24, shelfLifeDays: 365, rank: 0 },
        ...{ breaks: [{ from: 1, price }], validFrom: '2027-01-01' },
      },
    ],
  },
  removeSupplierPrices: { variantIds: [variantId] },
  readPriceSheet: { text: 'sku;price;from;pack\ncup;5.00;1;12\ncup;4.50;100;12', isTrial: true },
  createPurchaseOrder: {
    ...{ supplierId, locationId, lines, expectedOn: '2026-12-11', note, reference: 'need:1' },
    mergesDrafts: true,
  },
  changePurchaseOrder: { version: 1, lines, locationId, expectedOn: '2026-12-11', rate: '1', note },
  splitPurchaseOrder: { parts: [{ lines: [{ lineId, quantity: 24 }], expectedOn: '2027-01-11' }] },
  approvePurchaseOrder: { version: 1 },
  sendBackPurchaseOrder: { note },
  sendPurchaseOrder: { mail: true },
  confirmPurchaseOrder: {
    ...{ expectedOn: '2026-12-14', note },
    lines: [{ lineId, quantity: 36, price, expectedOn: '2026-12-14' }],
  },
  expeditePurchaseOrder: { wantedOn: '2026-12-04', note, mail: true },
  closePurchaseOrder: { note },
  cancelPurchaseOrder: { note },
  reopenPurchaseOrder: { note },
  receivePurchaseOrder: {
    ...{
      lines: [{ lineId, received: 34, damaged: 2, wrong: 0, expiresOn: '2027-12-11' }],
      reference: 'LS-77',
      note,
      rate: '1',
    },
    takesMore: false,
  },
  addPurchaseCost: { kind: 'freight', spreadBy: 'weight', amount: euros('42.00'), reference: 'R-8' },
  keepSupplierInvoice: {
    ...{ number: 'R-2026-9', invoicedOn: '2026-12-15', rate: '1', acceptsPrices: true },
    lines: [{ lineId, quantity: 34, value: euros('0.43') }],
    ...{ charges: euros('4.00'), expectedCostIds: [lineId], tax: euros('0.84') },
  },
  keepChargesInvoice: {
    ...{ number: 'F-1', invoicedOn: '2026-12-15', rate: '1', other: euros('5.00'), tax: euros('8.93') },
    lines: [{ costId: lineId, amount: euros('42.00') }],
  },
  paySupplier: {
    ...{ supplierId, paidOn: '2026-12-20', reference: 'SEPA 4711', bank: euros('116.62') },
    lines: [{ payableId: lineId, amount: euros('116.62'), discount: euros('2.38') }],
  },
  returnPurchasedGoods: {
    ...{ lines: [{ lineId, quantity: 1 }], reason: 'damaged', reference: 'RMA-1', note },
    tax: euros('0.02'),
  },
};
