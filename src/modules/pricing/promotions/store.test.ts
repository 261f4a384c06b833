import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk, type Result } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import {
  claimPromotions,
  makeCodes,
  type PromotionId,
  quote,
  readCodes,
  readPromotionRulebook,
  readPromotionUsage,
  releasePromotions,
  removeCodes,
  removePromotion,
  saveCodes,
  saveLane,
  savePromotion,
} from '../index.ts';
import { aLine, aQuote, EUR, idOf } from '../testing/a-quote.ts';

const now = Temporal.Instant.from('2026-11-23T11:00:00Z');
const { db } = await testDatabase(40);
const write = <Value>(run: (tx: Tx) => Promise<Value>) => db.transaction().execute(run);
const codeOf = (result: Result<unknown>) =>
  result.ok ? 'ok' : `${result.refusal.code} ${result.refusal.field ?? ''}`.trim();

const tenPercent = { kind: 'percent_off', per: 'order', rateMillionths: 100_000 };
const sent = (change: object = {}) => ({
  name: 'Ten',
  trigger: 'automatic',
  lane: 2,
  benefits: [tenPercent],
  ...change,
});
const save = (promotion: unknown, id?: PromotionId) =>
  write((tx) => savePromotion(tx, { id, promotion, now }));
const made = async (change: object = {}): Promise<PromotionId> => expectOk(await save(sent(change))).id;

/** What a guest or a customer is asked for a line of 100.00, as carts ask: everything read anew. */
async function priced(codes: readonly string[] = [], customerId?: string) {
  const rulebook = await readPromotionRulebook(db);
  const usage = await readPromotionUsage(db, { rulebook, codes, customerId });
  const customer = customerId === undefined ? undefined : { id: customerId, segments: [], orderCount: 0 };
  return quote(aQuote([aLine('a', 10_000n)], { rulebook, usage, codes, customer }));
}

async function claim(codes: readonly string[] = [], customerId?: string, orderId: string = newId<'order'>()) {
  const quoted = await priced(codes, customerId);
  return write((tx) => claimPromotions(tx, { quote: quoted, orderId, customerId, now }));
}

/** Each test's promotions are its own. */
async function startAnew(): Promise<void> {
  for (const { id } of (await readPromotionRulebook(db)).promotions) {
    await write((tx) => removePromotion(tx, { id, now }));
  }
}

async function counters(): Promise<Record<string, bigint>> {
  const { rows } = await sql<{ subject: string; taken: bigint }>`
    select subject, taken from pricing.promotion_counter
    join pricing.promotion on promotion.id = promotion_id and removed_at is null order by subject`.execute(
    db,
  );
  return Object.fromEntries(rows.map(({ subject, taken }) => [subject, taken]));
}

test('a rulebook is read once and known until something is saved', async () => {
  const first = await readPromotionRulebook(db);
  assert.equal(await readPromotionRulebook(db, first), first);
  const id = await made();
  const second = await readPromotionRulebook(db, first);
  assert.equal(second.version, first.version + 1n);
  assert.deepEqual(
    second.promotions.map((promotion) => [promotion.id, promotion.name, promotion.benefits[0]?.kind]),
    [[id, 'Ten', 'percent_off']],
  );
  expectOk(await save(sent(), id));
  assert.equal(await readPromotionRulebook(db, second), second, 'the same again is no other rulebook');
  expectOk(await save(sent({ isActive: false }), id));
  assert.deepEqual((await readPromotionRulebook(db, second)).promotions, []);
});

test('what is sent is refused with the field that is wrong', async () => {
  const gift = { kind: 'gift', variantId: newId(), quantity: 1 };
  const table: [unknown, string][] = [
    [undefined, 'invalid promotion'],
    [sent({ name: ' ' }), 'invalid name'],
    [sent({ name: 'x'.repeat(201) }), 'invalid name'],
    [sent({ nmae: 'x' }), 'invalid nmae'],
    [sent({ lane: 1.5 }), 'invalid lane'],
    [sent({ lane: 50 }), 'unknown_lane lane'],
    [sent({ lane: 1 }), 'lane_is_per_line benefits[0]'],
    [sent({ benefits: [] }), 'invalid benefits'],
    [
      sent({ benefits: [{ ...tenPercent, rateMillionths: 1_000_001 }] }),
      'invalid benefits[0].rateMillionths',
    ],
    [
      sent({ benefits: [{ ...tenPercent, rateMillionths: Number.NaN }] }),
      'invalid benefits[0].rateMillionths',
    ],
    [
      sent({ benefits: [{ ...tenPercent, goods: { anyOf: [{ tag: ['x'] }] } }] }),
      'invalid benefits[0].goods.anyOf[0].tag',
    ],
    [
      sent({ benefits: [{ ...tenPercent, goods: { anyOf: [{ tags: [] }] } }] }),
      'invalid benefits[0].goods.anyOf[0].tags',
    ],
    [
      sent({ benefits: [{ kind: 'amount_off_order', amount: { EUR: '-1' } }] }),
      'invalid benefits[0].amount.EUR',
    ],
    [
      sent({ benefits: [{ kind: 'amount_off_order', amount: { EUR: '1.999' } }] }),
      'invalid benefits[0].amount.EUR',
    ],
    [
      sent({ benefits: [{ kind: 'amount_off_order', amount: { eur: '1' } }] }),
      'invalid benefits[0].amount.eur',
    ],
    [sent({ benefits: [{ kind: 'amount_off_order', amount: {} }] }), 'invalid benefits[0].amount'],
    [
      sent({ benefits: [{ kind: 'amount_off_order', amount: { JPY: '1.5' } }] }),
      'invalid benefits[0].amount.JPY',
    ],
    [
      sent({ benefits: [{ kind: 'tiers', by: 'quantity', tiers: [{ from: 2, off: {} }] }] }),
      'invalid benefits[0].tiers[0].off',
    ],
    [sent({ benefits: [{ ...gift, quantity: 0 }] }), 'invalid benefits[0].quantity'],
    [sent({ benefits: [{ kind: 'half_price' }] }), 'invalid benefits[0].kind'],
    [sent({ limits: { uses: 0 } }), 'invalid limits.uses'],
    [sent({ conditions: { isFirstOrder: false } }), 'invalid conditions.isFirstOrder'],
    [
      sent({ conditions: { schedule: { startsAt: '2026-02-30T00:00' } } }),
      'invalid conditions.schedule.startsAt',
    ],
    [
      sent({ conditions: { schedule: { startsAt: '2026-03-02T00:00', endsAt: '2026-03-01T00:00' } } }),
      'invalid conditions.schedule.endsAt',
    ],
    [sent({ conditions: { schedule: { weekdays: [8] } } }), 'invalid conditions.schedule.weekdays[0]'],
    [
      sent({ conditions: { schedule: { hours: { from: '25:00', to: '1:00' } } } }),
      'invalid conditions.schedule.hours.from',
    ],
    [sent({ benefits: [gift], lane: 3 }), 'ok'],
  ];
  for (const [promotion, expected] of table) assert.equal(codeOf(await save(promotion)), expected);
  assert.equal(codeOf(await save(sent(), newId<'promotion'>())), 'not_found id');
  assert.equal(
    codeOf(await write((tx) => saveLane(tx, { lane: 3, name: 'Gifts', stacking: 'best_per_line' }))),
    'lane_is_per_line stacking',
  );
});

test('a code is given, typed in any way, used up and taken back', async () => {
  await startAnew();
  const promotionId = await made({ trigger: 'code' });
  expectOk(await write((tx) => saveCodes(tx, { promotionId, codes: ['Welcome-10'], usesLimit: 1 })));
  for (const typed of ['welcome10', ' WELCOME 10 ', 'welcome‑10']) {
    assert.equal((await priced([typed])).totals.discountMinor, 1_000n, typed);
  }
  expectOk(await claim(['welcome10']));
  const [verdict] = (await priced(['welcome10'])).verdicts;
  assert.ok(verdict?.isApplied === false && verdict.reason.code === 'code_used_up');
  const another = await made({ name: 'Other', trigger: 'code' });
  const give = (codes: readonly string[], id = another) =>
    write((tx) => saveCodes(tx, { promotionId: id, codes }));
  assert.equal(codeOf(await give(['FREE', 'welcome 10'])), 'code_taken codes[1]');
  assert.deepEqual(await readCodes(db, { promotionId: another, limit: 10 }), []);
  assert.equal(codeOf(await give(['no'])), 'invalid codes[0]');
  assert.equal(codeOf(await give(['FREE'], await made())), 'invalid promotionId');
  await write((tx) => removeCodes(tx, { promotionId, codes: ['welcome10'] }));
  assert.equal(codeOf(await give(['welcome 10'])), 'ok');
});

test('codes in bulk are long, are read by people, and each is used once', async () => {
  await startAnew();
  const promotionId = await made({ trigger: 'code' });
  const make = (random: (bytes: number) => Uint8Array) =>
    write((tx) => makeCodes(tx, { promotionId, count: 1_000, prefix: 'NEWS', random }));
  const codes = expectOk(await make(randomBytes));
  assert.equal(new Set(codes).size, 1_000);
  for (const code of codes) assert.match(code, /^NEWS(-[A-HJ-NP-Z2-9]{4}){4}$/);
  const [first = ''] = codes;
  expectOk(await claim([first.toLowerCase()]));
  assert.equal((await priced([first])).totals.discountMinor, 0n);
  const [stored] = await readCodes(db, { promotionId, limit: 1 });
  assert.ok(stored !== undefined && stored.usesLimit === 1);
  await assert.rejects(
    make((bytes) => new Uint8Array(bytes)),
    /not random/,
  );
});

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

test('a removed promotion is in no rulebook and its code is free again', async () => {
  await startAnew();
  const id = await made({ trigger: 'code' });
  expectOk(await write((tx) => saveCodes(tx, { promotionId: id, codes: ['GONE'] })));
  expectOk(await claim(['gone']));
  expectOk(await write((tx) => removePromotion(tx, { id, now })));
  assert.equal(codeOf(await write((tx) => removePromotion(tx, { id, now }))), 'not_found id');
  const [verdict] = (await priced(['gone'])).verdicts;
  assert.ok(verdict?.isApplied === false && verdict.reason.code === 'unknown_code');
  assert.equal(codeOf(await save(sent(), id)), 'not_found id');
  const again = await made({ trigger: 'code' });
  expectOk(await write((tx) => saveCodes(tx, { promotionId: again, codes: ['GONE'] })));
});

test('what is stored comes back as it was meant', async () => {
  await startAnew();
  const id = await made({
    lane: 3,
    conditions: {
      markets: ['de'],
      minimum: { value: { EUR: '50', JPY: '8000' } },
      schedule: { startsAt: '2026-11-27T00:00', hours: { from: '22:00', to: '02:00' }, weekdays: [5] },
    },
    benefits: [
      {
        kind: 'fixed_price',
        price: { EUR: '0', JPY: '0' },
        goods: { anyOf: [{ variants: [idOf('variant a')] }] },
      },
      { kind: 'tiers', by: 'value', tiers: [{ from: { EUR: '100.00' }, off: { amount: { EUR: '10.00' } } }] },
    ],
    limits: { budget: { EUR: '12.34' } },
  });
  const stored = (await readPromotionRulebook(db)).promotions.find((promotion) => promotion.id === id);
  assert.deepEqual(stored?.conditions.minimum?.value, { EUR: 5_000n, JPY: 8_000n });
  assert.equal(stored?.conditions.schedule?.startsAt?.toString(), '2026-11-27T00:00:00');
  assert.equal(stored?.conditions.schedule?.hours?.to.toString(), '02:00:00');
  assert.deepEqual(stored?.limits.budget, { [EUR]: 1_234n });
  const [, tiers] = stored?.benefits ?? [];
  assert.ok(tiers?.kind === 'tiers' && tiers.by === 'value');
  assert.deepEqual(tiers.tiers, [{ from: { EUR: 10_000n }, off: { amount: { EUR: 1_000n } } }]);
});
