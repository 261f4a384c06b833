import { expectOk, type Result } from '../../src/kernel/index.ts';
import { addLine, createCart, setDetails } from '../../src/modules/carts/index.ts';
import type { VariantId } from '../../src/modules/catalog/index.ts';
import { placeOrder } from '../../src/modules/orders/index.ts';
import { ENGLISH, EUR, openSellingShop, type SellingShop } from '../selling/open-shop.ts';
import { ADDRESS, aNetwork, paymentBy } from '../selling/shopper.ts';
import { loadWith } from './harness/load.ts';
import { withProductionDatabase } from './harness/production-database.ts';
import type { Scenario } from './harness/scenario.ts';
import { threeOf } from './harness/three-of.ts';

const SECONDS = 8;
const GOODS = 300;

/**
 * Whole checkouts through the verbs, as a storefront makes them: a cart, three lines, address, delivery, the order, its
 * payment with the test provider, all recorded. With eight clients, and alone. `cpuMs` is what this process spends on
 * one; PostgreSQL's share is not in it.
 */
export const scenario: Scenario = {
  name: 'checkout',
  run: ({ connections = 8 }) =>
    withProductionDatabase(async (connection) => {
      const shop = await openSellingShop(connection, { stock: 2_000_000, others: GOODS });
      const deliveryOptionId = await readDelivery(shop);
      const checkout = (number: number) => checkOut(shop, deliveryOptionId, threeOf(shop.others, number));
      const alone = await loadWith(checkout, { connections: 1, seconds: SECONDS / 2 });
      const before = process.cpuUsage();
      let count = 0;
      const many = await loadWith((number) => checkout(number).finally(() => (count += 1)), {
        connections,
        seconds: SECONDS,
      });
      const { user, system } = process.cpuUsage(before);
      const { tokens, add } = await readyToAdd(shop);
      const adding = await loadWith(add, { connections, seconds: SECONDS / 2 });
      const addAlone = await loadWith(add, { connections: 1, seconds: SECONDS / 4 });
      return {
        checkoutsPerSecond: many.perSecond,
        checkoutP50Ms: alone.p50Ms,
        checkoutP99Ms: many.p99Ms,
        cpuMs: (user + system) / 1000 / count,
        addsPerSecond: adding.perSecond,
        addP50Ms: addAlone.p50Ms,
        addP99Ms: adding.p99Ms,
        carts: tokens.length,
      };
    }, 12),
};

async function checkOut(
  { deps, card }: SellingShop,
  deliveryOptionId: string,
  variantIds: readonly VariantId[],
): Promise<void> {
  const now = Temporal.Now.instant();
  const { token } = await createCart(deps, { market: 'eu', locale: ENGLISH, currency: EUR, now });
  for (const variantId of variantIds) expectOk(await addLine(deps, { token, variantId, quantity: 1, now }));
  const details = { email: 'ada@example.org', shippingAddress: ADDRESS };
  expectOk(await setDetails(deps, { token, details, now }));
  expectOk(await setDetails(deps, { token, details: { deliveryOptionId }, now }));
  const payment = paymentBy(card, 'tok_visa');
  const placed = await placeOrder(deps, {
    ...{ cartToken: token, payment, terms: { version: '2026-01' }, ip: aNetwork(), now },
    expectedTotalMinor: 3490n,
  });
  if (expectOk<{ readonly state: string }>(placed satisfies Result<unknown>).state !== 'paid') {
    throw new Error('an order was placed and not paid');
  }
}

async function readDelivery({ deps }: SellingShop): Promise<string> {
  const { shipping } = await deps.rulebooks.read(deps.reads);
  const id = shipping.methods[0]?.id;
  if (id === undefined) throw new Error('nothing can be delivered');
  return id;
}

/** Adds to carts in turn: a piece more of what is in them. */
async function readyToAdd({ deps, variants }: SellingShop) {
  const now = Temporal.Now.instant();
  const tokens: string[] = [];
  for (let cart = 0; cart < 64; cart += 1) {
    const { token } = await createCart(deps, { market: 'eu', locale: ENGLISH, currency: EUR, now });
    for (const variantId of variants) expectOk(await addLine(deps, { token, variantId, quantity: 1, now }));
    tokens.push(token);
  }
  const [variantId] = variants;
  const add = async (number: number) => {
    const token = tokens[number % tokens.length] ?? '';
    const added = await addLine(deps, { token, variantId, quantity: 1, now: Temporal.Now.instant() });
    if (!added.ok && added.refusal.code !== 'not_a_quantity') throw new Error(added.refusal.code);
  };
  return { tokens, add };
}
