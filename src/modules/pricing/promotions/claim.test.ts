import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { newId } from '../../../platform/id.ts';
import { claimPromotions, releasePromotions, saveCodes } from '../index.ts';
import { NOON as now } from '../testing/a-quote.ts';
import { promotionShop, sent } from '../testing/promotion-shop.ts';

const { db } = await testDatabase(40);
const { write, save, made, priced, claim, startAnew, counters } = promotionShop(db);

test('limits in all, per customer and per budget are kept, and a cancelled order gives back', async () => {
  await startAnew();
  const limits = { uses: 3, usesPerCustomer: 1, budget: { EUR: '25.00' } };
  await made({ limits });
  const reasonFor = async (customer?: string) => {
    const [verdict] = (await priced([], customer)).verdicts;
    return verdict?.isApplied === false ? verdict.reason.code : 'applied';
  };
  assert.equal(await reasonFor(), 'sign_in_needed');
  const orders = [newId<'order'>(), newId<'order'>()] as const;
  expectOk(await claim([], 'anna', orders[0]));
  assert.equal(await reasonFor('anna'), 'used_up_by_customer');
  expectOk(await claim([], 'ben', orders[1]));
  assert.equal(await reasonFor('carla'), 'budget_spent', '20.00 of 25.00 are spent and 10.00 are asked for');
  assert.deepEqual(await counters(), {
    all: 2n,
    'budget EUR': 2_000n,
    'customer anna': 1n,
    'customer ben': 1n,
  });
  for (const round of [1, 2]) {
    await write((tx) => releasePromotions(tx, { orderId: orders[0], now }));
    assert.deepEqual((await counters())['all'], 1n, `released ${round} times`);
  }
  assert.equal(await reasonFor('anna'), 'applied');
  expectOk(await claim([], 'anna', orders[0]));
  assert.deepEqual((await counters())['budget EUR'], 2_000n);
});

test('an order that claims twice counts once', async () => {
  await startAnew();
  await made({ limits: { uses: 5 } });
  const orderId = newId<'order'>();
  const quoted = await priced();
  const twice = () => write((tx) => claimPromotions(tx, { quote: quoted, orderId, now }));
  expectOk(await twice());
  expectOk(await twice());
  assert.deepEqual(await counters(), { all: 1n });
});

test('a limit that is set later counts the orders before it', async () => {
  await startAnew();
  const id = await made();
  const early = [newId<'order'>(), newId<'order'>(), newId<'order'>()] as const;
  for (const orderId of early) expectOk(await claim([], 'anna', orderId));
  assert.deepEqual(await counters(), {}, 'no counter without a limit');
  expectOk(await save(sent({ limits: { uses: 2, budget: { EUR: '50.00' } } }), id));
  assert.deepEqual(await counters(), { all: 3n, 'budget EUR': 3_000n });
  assert.equal((await priced()).totals.discountMinor, 0n, 'three were used, two are allowed');
  for (const orderId of early.slice(0, 2)) await write((tx) => releasePromotions(tx, { orderId, now }));
  assert.deepEqual(await counters(), { all: 1n, 'budget EUR': 1_000n });
  expectOk(await claim());
  assert.equal((await priced()).totals.discountMinor, 0n);
});

test('of 200 orders at once exactly as many get a discount as the limit says', async () => {
  for (const uses of [1, 7, 50]) {
    await startAnew();
    // Two promotions, so that orders hold two sets of counters; one is a code whose own limit is the scarce one.
    await made({ limits: { uses: uses + 20, budget: { EUR: '1000000.00' } }, lane: 3, name: 'Automatic' });
    const promotionId = await made({ trigger: 'code', name: 'Code' });
    expectOk(await write((tx) => saveCodes(tx, { promotionId, codes: ['RACE'], usesLimit: uses })));
    const quoted = await priced(['race']);
    const backwards = { ...quoted, verdicts: quoted.verdicts.toReversed() };
    const claims = Array.from({ length: 200 }, (_, index) =>
      write((tx) =>
        claimPromotions(tx, { quote: index % 2 === 0 ? quoted : backwards, orderId: newId<'order'>(), now }),
      ),
    );
    const results = await Promise.all(claims);
    assert.equal(results.filter(({ ok }) => ok).length, uses);
    assert.ok(results.every((result) => result.ok || result.refusal.code === 'promotion_used_up'));
    const { all, 'code RACE': code } = await counters();
    assert.deepEqual([all, code], [BigInt(uses), BigInt(uses)], 'the losers left nothing');
  }
});

test('of 200 orders at once a budget pays as many as it can', async () => {
  await startAnew();
  await made({ limits: { budget: { EUR: '79.99' } } });
  const quoted = await priced();
  const claims = Array.from({ length: 200 }, () =>
    write((tx) => claimPromotions(tx, { quote: quoted, orderId: newId<'order'>(), now })),
  );
  assert.equal((await Promise.all(claims)).filter(({ ok }) => ok).length, 7);
  assert.deepEqual(await counters(), { 'budget EUR': 7_000n });
});

test('claims, releases and saves at once end in counters that are the uses', async () => {
  await startAnew();
  const id = await made({ limits: { uses: 1_000 } });
  const quoted = await priced();
  const orders = Array.from({ length: 60 }, () => newId<'order'>());
  await Promise.all(
    orders.map(async (orderId, index) => {
      expectOk(await write((tx) => claimPromotions(tx, { quote: quoted, orderId, now })));
      if (index % 3 === 0) await write((tx) => releasePromotions(tx, { orderId, now }));
      if (index % 10 === 0) expectOk(await save(sent({ limits: { uses: 1_000 + index } }), id));
    }),
  );
  assert.deepEqual(await counters(), { all: 40n });
});

test('the database itself keeps a counter within its bound', async () => {
  await startAnew();
  await made({ limits: { uses: 1 } });
  expectOk(await claim());
  await assert.rejects(
    sql`update pricing.promotion_counter set taken = 2 where bound = 1`.execute(db),
    /promotion_used_up/,
  );
  await assert.rejects(sql`delete from pricing.promotion_change`.execute(db), /append-only/);
});
