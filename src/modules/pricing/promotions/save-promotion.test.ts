import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk, type Result } from '../../../kernel/index.ts';
import { newId } from '../../../platform/id.ts';
import {
  makeCodes,
  readCodes,
  readPromotionRulebook,
  removeCodes,
  removePromotion,
  saveCodes,
  saveLane,
} from '../index.ts';
import { EUR, idOf, NOON as now } from '../testing/a-quote.ts';
import { promotionShop, sent } from '../testing/promotion-shop.ts';

const { db } = await testDatabase();
const { write, save, made, priced, claim, startAnew } = promotionShop(db);
const codeOf = (result: Result<unknown>) =>
  result.ok ? 'ok' : `${result.refusal.code} ${result.refusal.field ?? ''}`.trim();
const tenPercent = { kind: 'percent_off', per: 'order', rateMillionths: 100_000 };

test('a rulebook is read once and known until something is saved', async () => {
  const first = await readPromotionRulebook(db);
  assert.deepEqual(first.lanes[0], { lane: 1, name: 'Goods', stacking: 'best_per_line' });
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
