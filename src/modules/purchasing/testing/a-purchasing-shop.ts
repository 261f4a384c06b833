import { currencyOf, expectOk, idFrom, localeOf } from '../../../kernel/index.ts';
import type { Connection, Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { saveProducts, type VariantId } from '../../catalog/index.ts';
import { defaultLocation, followProducts, readLevels, saveLocation } from '../../inventory/index.ts';
import {
  approvePurchaseOrder,
  createPurchaseOrder,
  type NewOrder,
  type PurchaseOrder,
  receivePurchaseOrder,
  type SourceDraft,
  saveSources,
  saveSupplier,
  sendPurchaseOrder,
} from '../index.ts';
import type { SupplierDraft } from '../supplier/supplier.ts';

export const NOW = Temporal.Instant.from('2026-11-27T08:00:00Z');
export const BUYER = { by: 'staff:buyer', now: NOW };

export function aSupplier(of: Partial<SupplierDraft> = {}): SupplierDraft {
  return {
    ...{ name: 'Potter & Daughters', currency: currencyOf('EUR'), locale: localeOf('de') },
    ...{ email: 'orders@potter.example', address: 'Kilnweg 3\n20095 Hamburg', paymentDays: 30 },
    ...{ discountMillionths: 0, discountDays: 0 },
    ...{ incoterm: 'FCA Hamburg, Incoterms 2020', leadDays: 10, orderWeekdays: [], orderWeeks: 1 },
    ...{ orderMinimumMinor: 0n, orderMinimumPieces: 0, rateE10: 10_000_000_000n, note: '' },
    ...{ isActive: true, contacts: [], closedDays: [], ...of },
  };
}

export function aSource(variantId: VariantId, of: Partial<SourceDraft> = {}): SourceDraft {
  return {
    ...{ variantId, sku: undefined, packSize: 1, minimumQuantity: 1, shelfLifeDays: undefined, rank: 0 },
    ...{ breaks: [{ from: 1, priceMinor: 500n, perQuantity: 1 }], ...of },
  };
}

/** A shop with goods at two places, and one supplier of all of them at 5.00 a piece. */
export async function aPurchasingShop({ db }: Connection, titles: readonly string[]) {
  const write = <Value>(run: (tx: Tx) => Promise<Value>) => db.transaction().execute(run);
  const drafts = titles.map((title, index) => ({
    ...{ handle: `p${index}`, title },
    variants: [{ optionValues: [], sku: `SKU-${index}`, weightGrams: 100 * (index + 1) }],
  }));
  const saved = await write((tx) => saveProducts(tx, { drafts, now: NOW, cause: 'test' }));
  const products = saved.flatMap((one) => ('refusal' in one ? [] : [one]));
  const productIds = products.map(({ id }) => id);
  await write((tx) => followProducts(tx, productIds));
  const ids = products.flatMap(({ variants }) => variants.map(({ id }) => id));
  const variant = (index: number): VariantId => ids[index] ?? idFrom<'variant'>(0, new Uint8Array(10));
  const main = (await defaultLocation(db)).id;
  const place = { code: 'shop', name: 'Shop', country: 'DE', isActive: true, position: 1 };
  const other = expectOk(await write((tx) => saveLocation(tx, place))).id;
  const supplier = expectOk(await write((tx) => saveSupplier(tx, { draft: aSupplier(), now: NOW })));
  const sources = titles.map((_, index) => aSource(variant(index)));
  expectOk(await write((tx) => saveSources(tx, { supplierId: supplier.id, sources })));
  const order = (input: Partial<NewOrder> & Pick<NewOrder, 'lines'>) =>
    write((tx) => createPurchaseOrder(tx, { supplierId: supplier.id, locationId: main, ...BUYER, ...input }));
  return {
    ...{ db, write, variant, main, other, supplier, order },
    receive: (sent: PurchaseOrder, come: readonly Come[], more: Delivery = {}) =>
      write((tx) => receivePurchaseOrder(tx, { ...received(sent, come), ...more })),
    /** An order that the supplier knows of. */
    aSentOrder: async (input: Partial<NewOrder> & Pick<NewOrder, 'lines'>) => {
      const { id } = expectOk(await order(input));
      expectOk(await write((tx) => approvePurchaseOrder(tx, { id, limitMinor: undefined, ...BUYER })));
      return expectOk(await write((tx) => sendPurchaseOrder(tx, { id, mail: false, ...BUYER })));
    },
    onHand: async (variantId: VariantId, locationId = main) =>
      (await readLevels(db, [variantId])).get(variantId)?.find((level) => level.locationId === locationId)
        ?.onHand ?? 0,
  };
}

export type Come = { readonly received: number; readonly damaged?: number; readonly wrong?: number };
type Delivery = { readonly reference?: string; readonly takesMore?: boolean; readonly rateE10?: bigint };

/** So many of the lines, in their order. */
function received({ id, lines }: PurchaseOrder, come: readonly Come[]) {
  const counted = come.flatMap((one, index) => {
    const line = lines[index];
    return line === undefined ? [] : [{ lineId: line.id, ...one }];
  });
  return { id, lines: counted, reference: newId(), ...BUYER };
}
