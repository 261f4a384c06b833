import { currencyOf, expectOk, localeOf } from '../../src/kernel/index.ts';
import { saveProducts, type VariantId } from '../../src/modules/catalog/index.ts';
import { defaultLocation, saveLocation, setOnHand } from '../../src/modules/inventory/index.ts';
import { saveMarket, saveShop, saveStorefront } from '../../src/modules/markets/index.ts';
import { type OrderDeps, openOrders } from '../../src/modules/orders/index.ts';
import {
  openProviders,
  type PaymentMethod,
  type PaymentMethodId,
  saveAccount,
  saveMethod as savePaymentMethod,
} from '../../src/modules/payments/index.ts';
import { setPrices } from '../../src/modules/pricing/index.ts';
import { saveMethod as saveDeliveryMethod, saveZone } from '../../src/modules/shipping/index.ts';
import { saveTaxRates } from '../../src/modules/taxes/index.ts';
import type { Connection, Tx } from '../../src/platform/database/index.ts';

export const NOW = Temporal.Instant.from('2026-11-26T10:00:00Z');
export const EUR = currencyOf('EUR');
export const ENGLISH = localeOf('en');

/** A shop that sells: one market with tax and delivery, goods in stock, and ways to pay. */
export type SellingShop = {
  readonly deps: OrderDeps;
  readonly connection: Connection;
  readonly currency: typeof EUR;
  /** Cups at 12.00, pots at 30.00, spoons at 2.50: weighing 300, 900 and 50 grams, as many as `stock` of each. */
  readonly variants: readonly [cup: VariantId, pot: VariantId, spoon: VariantId];
  /** So many others as were asked for, at 10.00, 500 grams. */
  readonly others: readonly VariantId[];
  /** Taken at once; by tokens, in the page. */
  readonly card: PaymentMethodId;
  /** Authorised only. */
  readonly heldCard: PaymentMethodId;
  /** On the provider's page. */
  readonly redirect: PaymentMethodId;
  readonly transfer: PaymentMethodId;
};

export async function openSellingShop(
  connection: Connection,
  { stock = 100, others = 0 }: { readonly stock?: number; readonly others?: number } = {},
): Promise<SellingShop> {
  const { db } = connection;
  // Nothing is kept of these secrets: the shop is gone when its test ends.
  const secrets = { seal: (plain: string) => plain, open: (sealed: string) => sealed };
  const deps = openOrders(connection, { providers: openProviders({ db, secrets }) });
  const built = await db.transaction().execute(async (tx) => {
    await openMarket(tx);
    const goods = await stockGoods(tx, stock, others);
    const account = { holder: 'Halden GmbH', iban: 'DE02120300000000202051' };
    const bank = { provider: 'bank_transfer' as const, credentials: account, now: NOW };
    expectOk(await saveAccount(tx, secrets, bank));
    return { ...goods, ...(await openTill(tx)) };
  });
  return { deps, connection, currency: EUR, ...built };
}

async function openMarket(tx: Tx): Promise<void> {
  expectOk(
    await saveShop(tx, {
      ...{ name: 'Halden', tagline: '', legalName: 'Halden GmbH', email: 'shop@halden.example', phone: '' },
      ...{ postalAddress: 'Weg 1, 10115 Berlin', baseUrl: '', timeZone: 'Europe/Berlin' },
      ...{ country: 'DE', vatId: '' },
      ...{ defaultCurrency: EUR, defaultLocale: ENGLISH, template: 'atelier' },
    }),
  );
  const countries = ['DE', 'FR'];
  const market = {
    code: 'eu',
    name: 'Europe',
    countries,
    currency: EUR,
    pricesIncludeTax: true,
    position: 0,
  };
  expectOk(await saveMarket(tx, market));
  expectOk(await saveStorefront(tx, { prefix: '', market: 'eu', locale: 'en' }));
  const always = { validFrom: undefined, validUntil: undefined, source: 'test' };
  const vat = {
    name: 'VAT',
    country: 'DE',
    rateMillionths: 190_000,
    levy: 'vat',
    taxClass: '',
    postalPrefixes: [],
  };
  expectOk(await saveTaxRates(tx, [{ ...vat, ...always }]));
  const zone = expectOk(
    await saveZone(tx, { name: 'Europe', countries, regions: [], postalCodes: [], position: 0 }),
  );
  const steps = [{ upTo: undefined, priceMinor: 490n }];
  const rate = { zoneId: zone.id, currency: EUR, freeFromMinor: 10_000n, basis: 'weight' as const, steps };
  expectOk(
    await saveDeliveryMethod(tx, {
      ...{ code: 'standard', name: 'Standard', translations: {}, kind: 'delivery', carrier: 'dhl' },
      ...{ service: undefined, taxClass: '', minDays: 1, maxDays: 3, cutOff: undefined },
      ...{ maxWeightGrams: undefined, maxDimensions: undefined, isActive: true, position: 0, rates: [rate] },
    }),
  );
}

async function stockGoods(
  tx: Tx,
  stock: number,
  others: number,
): Promise<Pick<SellingShop, 'variants' | 'others'>> {
  const { id, ...main } = await defaultLocation(tx);
  expectOk(await saveLocation(tx, { ...main, id, country: 'DE' }));
  const goods = [
    ['cup', 'Cup', 1200n, 300],
    ['pot', 'Pot', 3000n, 900],
    ['spoon', 'Spoon', 250n, 50],
    ...Array.from({ length: others }, (_, index) => [`p${index}`, `P ${index}`, 1000n, 500] as const),
  ] as const;
  const drafts = goods.map(([handle, title, , weightGrams]) => {
    const variants = [{ optionValues: [], sku: handle, weightGrams }];
    return { handle, title, status: 'active' as const, variants };
  });
  const saved = await saveProducts(tx, { drafts, now: NOW.subtract({ hours: 1 }), cause: 'test' });
  const ids = saved.flatMap((one): VariantId[] => {
    if ('refusal' in one) throw new Error(`${one.handle} was refused: ${one.refusal.message}`);
    return one.variants.map((variant) => variant.id);
  });
  const [cup, pot, spoon, ...rest] = ids;
  if (cup === undefined || pot === undefined || spoon === undefined) throw new Error('goods are missing');
  const prices = goods.map(([, , amountMinor], index) => {
    return { variantId: ids[index] ?? cup, currency: EUR, amountMinor, compareAtMinor: undefined };
  });
  await setPrices(tx, { prices, now: NOW.subtract({ hours: 1 }), reason: 'test' });
  const counts = ids.map((variantId) => ({ variantId, locationId: id, onHand: stock }));
  await setOnHand(tx, { counts, now: NOW, reason: 'count', reference: 'test' });
  return { variants: [cup, pot, spoon], others: rest };
}

type Till = Pick<SellingShop, 'card' | 'heldCard' | 'redirect' | 'transfer'>;

async function openTill(tx: Tx): Promise<Till> {
  const add = async (change: Partial<PaymentMethod>) => {
    const titles = new Map([[ENGLISH, 'Pay']]);
    const plain = {
      provider: 'test' as const,
      mode: 'in_page' as const,
      isCapturedAtOnce: true,
      marketCodes: [],
    };
    const method = { ...plain, titles, limits: new Map(), position: 0, isActive: true, ...change };
    return expectOk(await savePaymentMethod(tx, method)).id;
  };
  return {
    card: await add({}),
    heldCard: await add({ isCapturedAtOnce: false }),
    redirect: await add({ mode: 'redirect' }),
    transfer: await add({ provider: 'bank_transfer', mode: 'by_hand' }),
  };
}
