import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expectOk } from '../../src/kernel/index.ts';
import {
  defaultLocation,
  readAvailability,
  readLevels,
  releaseExpired,
  reserve,
  setOnHand,
} from '../../src/modules/inventory/index.ts';
import { readPromotionRulebook, savePromotion } from '../../src/modules/pricing/index.ts';
import { type Connection, connect } from '../../src/platform/database/index.ts';
import { newId } from '../../src/platform/id.ts';
import { testDatabase } from '../database.ts';
import { aGiftCard } from '../selling/offers.ts';
import { NOW, openSellingShop } from '../selling/open-shop.ts';
import { aCart } from '../selling/shopper.ts';
import {
  addLineOverOthers,
  claimWithoutLock,
  redeemWithoutLock,
  rememberingRead,
  reserveLineByLine,
  reserveWithoutLock,
} from './linearizable/broken.ts';
import { cartSubject } from './linearizable/cart.ts';
import { creditSubject } from './linearizable/credit.ts';
import { type Subject, unexplained } from './linearizable/play.ts';
import { type LimitedPromotion, promotionSubject } from './linearizable/promotion.ts';
import { purchaseSubject } from './linearizable/purchase.ts';
import { stockSubject } from './linearizable/stock.ts';

/** `FIRE=full`: fifty times as many histories. `FIRE_SEED=n`: only those of this seed. */
const ONE_SEED = process.env['FIRE_SEED'];
const ROUNDS = ONE_SEED !== undefined ? 20 : process.env['FIRE'] === 'full' ? 200 : 2;
const SEEDS = Array.from({ length: ROUNDS }, (_, index) => Number(ONE_SEED ?? 20_261_127 + index));
const [CLIENTS, TURNS] = [8, 8];

const connection = await testDatabase(CLIENTS + 2);
const shop = await openSellingShop(connection, { stock: 100_000, others: 3 });
const { db } = connection;
const { id: place } = await defaultLocation(db);
const [cup, pot, spoon] = shop.variants;
const [dish = cup, jug = pot, tray = spoon] = shop.others;

/** The same database, at the isolation level that forbids everything and refuses instead. */
function strictConnection({ pool }: Connection): Connection {
  const { host = '', database = '' } = pool.options;
  const options = encodeURIComponent('-c default_transaction_isolation=serializable');
  const url = `postgresql://institor@/${database}?host=${encodeURIComponent(host)}&options=${options}`;
  return connect({ url }, CLIENTS);
}

async function freshStock(pieces = 8) {
  const variants = [dish, jug] as const;
  for (const variantId of variants) await putOnShelf(variantId, pieces);
  return { variants, place, pieces };
}

async function putOnShelf(variantId: typeof cup, pieces: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // What another history left to be taken back is not this one's.
    await releaseExpired(tx, { now: NOW.add({ hours: 24 }), limit: 10_000 });
    const [level] = (await readLevels(tx, [variantId])).get(variantId) ?? [];
    const counts = [{ variantId, locationId: place, onHand: (level?.reserved ?? 0) + pieces }];
    await setOnHand(tx, { counts, now: NOW, reason: 'count', reference: 'fire' });
  });
}

async function freshCard() {
  const { id: giftCardId } = await aGiftCard(shop, 1_000n);
  return { source: { giftCardId }, balanceMinor: 1_000 };
}

async function freshPromotion(): Promise<LimitedPromotion> {
  const benefits = [{ kind: 'percent_off', per: 'order', rateMillionths: 100_000 }];
  const limits = { uses: 4, budget: { EUR: '8.00' } };
  const promotion = { name: 'fire', trigger: 'automatic', lane: 2, benefits, limits };
  const { id } = expectOk(await db.transaction().execute((tx) => savePromotion(tx, { promotion, now: NOW })));
  return { id, rulebook: await readPromotionRulebook(db), uses: 4, budgetMinor: 800 };
}

const freshCustomer = () => ({
  source: { customerId: newId<'customer'>(), currency: shop.currency },
  balanceMinor: 0,
});
const freshCart = async () => ({ token: await aCart(shop), variants: [cup, pot, spoon] as const });

async function freshPurse() {
  const promotion = { ...(await freshPromotion()), uses: 4, budgetMinor: 800 };
  const { source: card } = await freshCard();
  await putOnShelf(tray, 6);
  return { promotion, card, variantId: tray, left: { uses: 4, minor: 1_000, pieces: 6 } };
}

/** Every seed's history, each on a subject of its own. */
async function play<State, Input, Output>(
  make: () => Promise<Subject<State, Input, Output>>,
  undone: readonly string[] = [],
): Promise<void> {
  for (const seed of SEEDS) {
    const wrong = await unexplained(await make(), { seed, clients: CLIENTS, turns: TURNS, undone });
    assert.equal(wrong, undefined);
  }
}

describe(`${CLIENTS} at once, ${TURNS} turns each: one order of all they asked explains what they were answered`, () => {
  test('of stock: reserve, release, expire, move and read', () =>
    play(async () => stockSubject(db, await freshStock())));
  test('of a gift card: redeem, restore and read', () =>
    play(async () => creditSubject(db, await freshCard())));
  test('of store credit: grant, redeem, restore and read', () =>
    play(async () => creditSubject(db, freshCustomer())));
  test('of a promotion with a limit and a budget: claim, release and read', () =>
    play(async () => promotionSubject(db, await freshPromotion())));
  test('of a cart: add, set and read', () => play(async () => cartSubject(shop.deps, await freshCart())));
  test('of orders that take a use, credit and stock together', () =>
    play(async () => purchaseSubject(db, await freshPurse())));
});

/** `serialization_failure`, after the shop has begun four times: nothing was done. */
const TOO_OFTEN_IN_THE_WAY = ['40001'];

test('the same under PostgreSQL’s strictest isolation, where who is in the way is asked to begin again', async () => {
  const strict = strictConnection(connection);
  try {
    await play(async () => stockSubject(strict.db, await freshStock()), TOO_OFTEN_IN_THE_WAY);
    await play(async () => creditSubject(strict.db, await freshCard()), TOO_OFTEN_IN_THE_WAY);
    await play(async () => promotionSubject(strict.db, await freshPromotion()), TOO_OFTEN_IN_THE_WAY);
  } finally {
    await strict.close();
  }
});

// check_violation, deadlock_detected: PostgreSQL refuses the worst of what such a verb does; the suite has to see the rest.
const CHECKED = ['23514', '40P01'];

/** Histories of a verb that is wrong, until one of them cannot be explained. */
async function isFoundOut<State, Input, Output>(
  make: () => Promise<Subject<State, Input, Output>>,
): Promise<boolean> {
  for (let seed = 1; seed <= 40; seed += 1) {
    const how = { seed, clients: CLIENTS, turns: TURNS, undone: CHECKED };
    if ((await unexplained(await make(), how)) !== undefined) return true;
  }
  return false;
}

describe('a verb that is wrong is found out', () => {
  const honest = { reserve, read: readAvailability };
  const wrong: readonly (readonly [what: string, isFound: () => Promise<boolean>])[] = [
    [
      'stock that is read and then written',
      () =>
        isFoundOut(async () =>
          stockSubject(db, await freshStock(40), { ...honest, reserve: reserveWithoutLock }),
        ),
    ],
    [
      'stock that is held line by line',
      () =>
        isFoundOut(async () =>
          stockSubject(db, await freshStock(), { ...honest, reserve: reserveLineByLine }),
        ),
    ],
    [
      'stock that is shown as it was',
      () =>
        isFoundOut(async () => stockSubject(db, await freshStock(), { ...honest, read: rememberingRead() })),
    ],
    [
      'a gift card whose balance is read and then written',
      () => isFoundOut(async () => creditSubject(db, await freshCard(), { redeem: redeemWithoutLock })),
    ],
    [
      'a counter of uses that is read and then written',
      () => isFoundOut(async () => promotionSubject(db, await freshPromotion(), { claim: claimWithoutLock })),
    ],
    [
      'a cart that is written over others’ changes',
      () => isFoundOut(async () => cartSubject(shop.deps, await freshCart(), { addLine: addLineOverOthers })),
    ],
  ];
  for (const [what, isFound] of wrong) {
    test(what, async () => {
      assert.equal(await isFound(), true);
    });
  }
});
