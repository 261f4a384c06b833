import assert from 'node:assert/strict';
import { currencyOf, expectOk } from '../../src/kernel/index.ts';
import { addLine, createCart, readPricedCart, setDetails } from '../../src/modules/carts/index.ts';
import { saveMarket } from '../../src/modules/markets/index.ts';
import {
  cancelOrder,
  capturePayment,
  type OrderId,
  placeOrder,
  readOrder,
  receiveMoney,
  refundOrder,
  settlePayment,
} from '../../src/modules/orders/index.ts';
import {
  type PaymentMethodId,
  readPayments,
  reconcile,
  recordBook,
} from '../../src/modules/payments/index.ts';
import { closeTestDispute, openTestDispute } from '../../src/modules/payments/providers/test/disputes.ts';
import { openTestProvider } from '../../src/modules/payments/providers/test/test-provider.ts';
import { setPrices } from '../../src/modules/pricing/index.ts';
import { readMethods, saveMethod, saveZone } from '../../src/modules/shipping/index.ts';
import { type Connection, transact } from '../../src/platform/database/index.ts';
import { aCode, aGiftCard, payWith } from './offers.ts';
import { ENGLISH, NOW } from './open-shop.ts';
import { openWorld, PLACES, type World } from './places.ts';
import { aNetwork, paymentBy } from './shopper.ts';

const BHD = currencyOf('BHD');
const ORDERS = 150;
const BEGIN = Temporal.ZonedDateTime.from('2026-12-01T09:00[Europe/Berlin]');
const MANAMA = { ...PLACES.berlin, city: 'Manama', postalCode: '317', country: 'BH' };
const NO_EXTRAS = { delivery: 'none', goodwillMinor: 0n, means: 'original', reason: 'test' } as const;

/** On the edges of days, years and clocks: of Berlin, and of the first zone of the earth. */
const EDGES = [
  ...['2026-12-31T09:59:59Z', '2026-12-31T10:00:00Z', '2026-12-31T22:59:59.999Z', '2026-12-31T23:00:00Z'],
  ...['2027-03-28T00:59:59Z', '2027-03-28T01:00:00Z', '2027-03-28T22:00:00Z', '2027-10-30T22:30:00Z'],
  ...['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z', '2027-10-31T22:59:59Z', '2027-10-31T23:00:00Z'],
].map((text) => Temporal.Instant.from(text));

type Life = {
  readonly pay: 'card' | 'heldCard' | 'transfer' | 'cash';
  readonly isByGiftCard?: true;
  /** What becomes of it, each so many hours after the order. */
  readonly later?: readonly (readonly [hours: number, step: Step])[];
};
type Step = (year: Year, orderId: OrderId, now: Temporal.Instant) => Promise<void>;

const LIVES: readonly Life[] = [
  { pay: 'card' },
  {
    pay: 'heldCard',
    later: [
      [20, capture(700n)],
      [130, capture()],
    ],
  },
  {
    pay: 'card',
    later: [
      [240, refundOne()],
      [900, refundOne()],
    ],
  },
  {
    pay: 'card',
    later: [
      [50, dispute],
      [1_100, decide('lost')],
    ],
  },
  { pay: 'card', isByGiftCard: true, later: [[30, refundOne()]] },
  { pay: 'transfer', later: [[72, receive]] },
  { pay: 'card', later: [[100, refundOne(350n)]] },
  { pay: 'heldCard', later: [[5, cancel]] },
  {
    pay: 'card',
    later: [
      [60, dispute],
      [700, decide('won')],
    ],
  },
  { pay: 'cash', later: [[90, receive]] },
  { pay: 'heldCard', later: [[26, capture(500n)]] },
  { pay: 'card', later: [[3, cancel]] },
  { pay: 'transfer', later: [[200, cancel]] },
  { pay: 'card', later: [[8_000, dispute]] },
];

type Year = World & { readonly clock: { now: Temporal.Instant } };

/**
 * A year of a shop on real modules, on its own clock: orders in three currencies and two markets and a third, paid and
 * partly paid, refunded, disputed, paid out; each night the provider's book is read as the worker does it.
 */
export async function aYear(connection: Connection) {
  const clock = { now: NOW };
  const world = await openWorld(connection, { stock: 10_000 });
  const { db } = connection;
  const test = openTestProvider({ db, now: () => clock.now });
  const providers = {
    get: async (name: Parameters<typeof world.deps.providers.get>[0]) =>
      name === 'test' ? test : world.deps.providers.get(name),
  };
  const year: Year = { ...world, deps: { ...world.deps, providers }, clock };
  await sellInBahrain(year);
  await aCode(year, 'TENTH', { rateMillionths: 100_000 });
  const due: { at: Temporal.Instant; run: (now: Temporal.Instant) => Promise<void> }[] = [];
  for (let number = 0; number < ORDERS; number += 1) {
    const life = LIVES[number % LIVES.length];
    assert.ok(life);
    due.push({
      at: momentOf(number),
      run: async (now) => {
        const orderId = await sell(year, number, life, now);
        for (const [hours, step] of life.later ?? []) {
          due.push({ at: now.add({ hours }), run: (at) => step(year, orderId, at) });
        }
      },
    });
  }
  for (let day = 1; day <= 370; day += 1) {
    const at = BEGIN.add({ days: day }).withTimeZone('UTC').with({ hour: 2, minute: 30 }).toInstant();
    due.push({ at, run: (now) => readBooks(year, now) });
  }
  while (due.length > 0) {
    due.sort((a, b) => Temporal.Instant.compare(b.at, a.at));
    const next = due.pop();
    if (next === undefined || Temporal.Instant.compare(next.at, END) > 0) continue;
    clock.now = next.at;
    await next.run(next.at);
  }
  return { ...year, from: Temporal.PlainDate.from('2026-11-30'), to: Temporal.PlainDate.from('2027-12-05') };
}

const END = Temporal.Instant.from('2027-12-05T02:30:00Z');

function momentOf(number: number): Temporal.Instant {
  return (
    EDGES[number] ??
    BEGIN.add({
      hours: Math.floor((number - EDGES.length) * 62.3),
      minutes: (number * 37) % 60,
    }).toInstant()
  );
}

/** A third market, whose money has thousandths. */
async function sellInBahrain(year: Year): Promise<void> {
  await transact(year.deps.db, async (tx) => {
    const market = { code: 'bh', name: 'Bahrain', countries: ['BH'], currency: BHD };
    expectOk(await saveMarket(tx, { ...market, pricesIncludeTax: true, position: 2 }));
    const prices = year.variants.map((variantId, index) => {
      const amountMinor = [4_755n, 11_805n, 995n][index] ?? 0n;
      return { variantId, currency: BHD, amountMinor, compareAtMinor: undefined };
    });
    await setPrices(tx, { prices, now: NOW.subtract({ hours: 1 }), reason: 'test' });
    const zone = expectOk(
      await saveZone(tx, { name: 'BH', countries: ['BH'], regions: [], postalCodes: [], position: 9 }),
    );
    const [method] = await readMethods(tx);
    assert.ok(method);
    const steps = [{ upTo: undefined, priceMinor: 2_105n }];
    const rate = {
      zoneId: zone.id,
      currency: BHD,
      freeFromMinor: undefined,
      basis: 'weight' as const,
      steps,
    };
    expectOk(await saveMethod(tx, { ...method, rates: [...method.rates, rate] }));
  });
}

async function sell(year: Year, number: number, life: Life, now: Temporal.Instant): Promise<OrderId> {
  const { deps, variants } = year;
  // By transfer and with a gift card in Europe alone.
  const isEuropean = life.pay === 'transfer' || life.isByGiftCard === true || number % 3 === 0;
  const [address, market, currency] = isEuropean
    ? [number % 2 === 0 ? PLACES.berlin : PLACES.paris, 'eu', year.currency]
    : number % 3 === 1
      ? [number % 2 === 0 ? PLACES.albany : PLACES.fresno, 'us', currencyOf('USD')]
      : [MANAMA, 'bh', BHD];
  const { token } = await createCart(deps, { market, currency, locale: ENGLISH, now });
  for (const [index, variantId] of variants.entries()) {
    const quantity = (number + index * 2) % 4;
    if (index === 0 || quantity > 0)
      expectOk(await addLine(deps, { token, variantId, quantity: quantity + 1, now }));
  }
  const codes = number % 5 === 0 ? { codes: ['TENTH'] } : {};
  const details = { email: `buyer${number % 40}@example.org`, shippingAddress: address, ...codes };
  expectOk(await setDetails(deps, { token, details, now }));
  const priced = await readPricedCart(deps, { token, now });
  const deliveryOptionId = priced?.deliveryOptions[0]?.id ?? '';
  expectOk(await setDetails(deps, { token, details: { deliveryOptionId }, now }));
  if (life.isByGiftCard) await payWith(year, token, await aGiftCard(year, 1_500n));
  const methodId: PaymentMethodId = year[life.pay];
  const payment = paymentBy(methodId, 'tok_visa');
  const about = { cartToken: token, payment, terms: { version: '2026-01' }, ip: aNetwork(), now };
  return expectOk(await placeOrder(deps, about)).orderId;
}

function capture(amountMinor?: bigint): Step {
  return async ({ deps }, orderId, now) => {
    const part = amountMinor === undefined ? {} : { amountMinor, isFinal: false };
    expectOk(await capturePayment(deps, { orderId, key: `at ${now}`, ...part, now }));
  };
}

/** A piece of the first line that has some left, and goodwill. */
function refundOne(goodwillMinor = 0n): Step {
  return async ({ deps }, orderId, now) => {
    const order = await readOrder(deps.db, orderId);
    const line = order?.lines.find(({ quantity, refundedQuantity }) => quantity > refundedQuantity);
    assert.ok(line);
    const lines = goodwillMinor === 0n ? [{ lineId: line.id, quantity: 1 }] : [];
    const asked = { ...NO_EXTRAS, orderId, lines, goodwillMinor, actor: 'staff', now };
    expectOk(await refundOrder(deps, asked));
  };
}

async function cancel({ deps }: Year, orderId: OrderId, now: Temporal.Instant): Promise<void> {
  expectOk(await cancelOrder(deps, { orderId, reason: 'merchant', actor: 'staff', now }));
}

async function receive({ deps }: Year, orderId: OrderId, now: Temporal.Instant): Promise<void> {
  const [payment] = await readPayments(deps.db, orderId);
  assert.ok(payment);
  const { id: paymentId, amountMinor, currency } = payment;
  expectOk(await receiveMoney(deps, { lineId: `seen ${now}`, paymentId, amountMinor, currency, now }));
}

async function dispute({ deps }: Year, orderId: OrderId, now: Temporal.Instant): Promise<void> {
  const paymentId = await paymentOf(deps, orderId);
  await openTestDispute(deps.db, { paymentId, reference: `dp_${paymentId}`, amountMinor: 900n, now });
  await settlePayment(deps, { paymentId, now });
}

function decide(outcome: 'won' | 'lost'): Step {
  return async ({ deps }, orderId, now) => {
    const paymentId = await paymentOf(deps, orderId);
    await closeTestDispute(deps.db, { paymentId, reference: `dp_${paymentId}`, outcome, now });
    await settlePayment(deps, { paymentId, now });
  };
}

async function paymentOf({ db }: Year['deps'], orderId: OrderId) {
  const [payment] = await readPayments(db, orderId);
  assert.ok(payment);
  return payment.id;
}

/** What `payments.compare_books` does. */
async function readBooks({ deps }: Year, now: Temporal.Instant): Promise<void> {
  const today = now.toZonedDateTimeISO('UTC').startOfDay();
  const span = { from: today.subtract({ days: 7 }).toInstant(), until: today.toInstant() };
  await recordBook(deps, { provider: 'test', ...span, now });
  const found = await reconcile(deps, {
    ...{ provider: 'test', day: today.subtract({ days: 1 }).toPlainDate(), now },
  });
  assert.deepEqual(found, []);
}
