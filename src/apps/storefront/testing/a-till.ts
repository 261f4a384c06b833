import { expectOk, localeOf } from '../../../kernel/index.ts';
import { type PaymentMethod, saveMethod as savePaymentMethod } from '../../../modules/payments/index.ts';
import { saveMethod, saveZone } from '../../../modules/shipping/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { EUR } from './a-shop.ts';

/** What a shop needs to be bought from: delivery to the whole world, the test card, and bank transfer. */
export async function aTill(db: Db): Promise<{ readonly card: PaymentMethod }> {
  return db.transaction().execute(async (tx) => {
    const zone = expectOk(
      await saveZone(tx, { name: 'World', countries: [], regions: [], postalCodes: [], position: 0 }),
    );
    const rate = (priceMinor: bigint) => ({
      zoneId: zone.id,
      currency: EUR,
      freeFromMinor: undefined,
      basis: 'quantity' as const,
      steps: [{ upTo: undefined, priceMinor }],
    });
    for (const [code, name, priceMinor] of [
      ['standard', 'Standard', 490n],
      ['express', 'Express', 990n],
    ] as const) {
      expectOk(await saveMethod(tx, { ...METHOD, code, name, rates: [rate(priceMinor)] }));
    }
    const title = (text: string) => new Map([[localeOf('en'), text]]);
    const card = expectOk(
      await savePaymentMethod(tx, { ...PAYMENT, provider: 'test', mode: 'redirect', titles: title('Card') }),
    );
    expectOk(
      await savePaymentMethod(tx, {
        ...PAYMENT,
        provider: 'cash_on_delivery',
        mode: 'by_hand',
        titles: title('Cash on delivery'),
        position: 1,
      }),
    );
    return { card };
  });
}

const METHOD = {
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

const PAYMENT = {
  isCapturedAtOnce: true,
  marketCodes: [],
  limits: new Map(),
  position: 0,
  isActive: true,
} as const;
