import { currencyOf, expectOk, localeOf } from '../../src/kernel/index.ts';
import { readProductByHandle, type VariantId } from '../../src/modules/catalog/index.ts';
import { readLevels, setOnHand } from '../../src/modules/inventory/index.ts';
import { saveMethod as savePaymentMethod } from '../../src/modules/payments/index.ts';
import { saveCodes, savePromotion } from '../../src/modules/pricing/index.ts';
import { saveMethod, saveZone } from '../../src/modules/shipping/index.ts';
import type { Db } from '../../src/platform/database/index.ts';

/** What journeys need to buy, whatever else the demo has: a flat delivery everywhere, the test card, and a code. */
export async function openTill(db: Db, now: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const place = { countries: [], regions: [], postalCodes: [], position: 0 };
    const zone = expectOk(await saveZone(tx, { name: 'Journeys', ...place }));
    const rates = ['EUR', 'GBP', 'USD'].map((currency) => ({
      zoneId: zone.id,
      currency: currencyOf(currency),
      freeFromMinor: undefined,
      basis: 'quantity' as const,
      steps: [{ upTo: undefined, priceMinor: 490n }],
    }));
    expectOk(await saveMethod(tx, { ...DELIVERY, rates }));
    expectOk(await savePaymentMethod(tx, CARD));
    const { id: promotionId } = expectOk(await savePromotion(tx, { promotion: TENTH, now }));
    expectOk(await saveCodes(tx, { promotionId, codes: ['JOURNEY10'] }));
  });
}

/** Leaves exactly so many pieces of a product's first variant to be bought, beside what is promised already. */
export async function stockOf(db: Db, handle: string, available: number): Promise<VariantId> {
  const variantId = (await readProductByHandle(db, handle))?.variants[0]?.id;
  if (variantId === undefined) throw new Error(`the demo has no ${handle}`);
  const levels = (await readLevels(db, [variantId])).get(variantId) ?? [];
  const counts = levels.map(({ locationId, reserved }, place) => ({
    ...{ variantId, locationId },
    onHand: reserved + (place === 0 ? available : 0),
  }));
  const { refused } = await db
    .transaction()
    .execute((tx) =>
      setOnHand(tx, { counts, now: Temporal.Now.instant(), reason: 'count', reference: 'journey' }),
    );
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return variantId;
}

const DELIVERY = {
  code: 'journeys',
  name: 'Parcel',
  translations: {},
  kind: 'delivery',
  carrier: undefined,
  service: undefined,
  taxClass: '',
  minDays: 2,
  maxDays: 3,
  cutOff: undefined,
  maxWeightGrams: undefined,
  maxDimensions: undefined,
  isActive: true,
  position: 0,
} as const;

const CARD = {
  provider: 'test',
  mode: 'redirect',
  isCapturedAtOnce: true,
  marketCodes: [],
  titles: new Map([[localeOf('en'), 'Test card']]),
  limits: new Map(),
  position: 0,
  isActive: true,
} as const;

const TENTH = {
  name: 'A tenth off',
  trigger: 'code',
  lane: 2,
  benefits: [{ kind: 'percent_off', per: 'order', rateMillionths: 100_000 }],
};
