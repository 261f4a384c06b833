import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { currencyOf, expectOk, fromDecimal, type Money } from '../../../kernel/index.ts';
import { changeConfirmation, readConfirmation } from '../../../modules/staff/index.ts';
import type { Caller } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { beyondAllowance } from './refund-allowance.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-27T12:00:00Z');

type Member = Extract<Caller, { readonly kind: 'staff' }>;

const staff = (limit: string | undefined, confirmedMinutesAgo?: number): Member => ({
  ...{ kind: 'staff', id: 'a', name: 'Ada', sessionId: 's', permissions: new Set(['orders:refund']) },
  limits: new Map(limit === undefined ? [] : [['orders:refund', euros(limit).minor]]),
  steppedUpAt: confirmedMinutesAgo === undefined ? undefined : now.subtract({ minutes: confirmedMinutesAgo }),
});
const packer: Caller = { ...staff(undefined, 1), permissions: new Set(['orders:write']) };
const program = (...permissions: string[]): Caller => {
  return { kind: 'key', id: 'k', name: 'k', permissions: new Set(permissions) };
};

function euros(amount: string, currency = 'EUR'): Money {
  const money = fromDecimal(amount, currencyOf(currency));
  assert.ok(money);
  return money;
}

test('who may give how much back, and who confirms first that it is they', async () => {
  const table: [who: string, caller: Caller, amount: Money, answer: string | undefined][] = [
    ['at the limit', staff('100'), euros('100.00'), undefined],
    ['above the limit', staff('100'), euros('100.01'), 'over_limit'],
    ['above the limit, confirmed', staff('100', 1), euros('100.01'), 'over_limit'],
    ['no limit, little', staff(undefined), euros('200.00'), undefined],
    ['no limit, much', staff(undefined), euros('200.01'), 'step_up_required'],
    ['no limit, much, confirmed', staff(undefined, 9), euros('200.01'), undefined],
    ['no limit, much, confirmed long ago', staff(undefined, 10), euros('200.01'), 'step_up_required'],
    ['limit, other currency', staff('100', 1), euros('1.00', 'USD'), 'over_limit'],
    ['no limit, other currency', staff(undefined), euros('1.00', 'USD'), 'step_up_required'],
    ['no limit, other currency, confirmed', staff(undefined, 1), euros('1.00', 'USD'), undefined],
    ['a program', program('orders:refund'), euros('10000.00'), undefined],
    ['who may refund nothing', packer, euros('0.01'), 'may_not_refund'],
    ['who may refund nothing, of nothing', packer, euros('0.00'), undefined],
    ['a program that may refund nothing', program('orders:write'), euros('1.00'), 'may_not_refund'],
  ];
  for (const [who, caller, amount, answer] of table) {
    const beyond = await beyondAllowance(db, { caller, amount, now });
    assert.equal(beyond?.refusal.code, answer, who);
  }
});

test('the shop says above which amount a refund is confirmed', async () => {
  const asked = async (amount: string) =>
    (await beyondAllowance(db, { caller: staff(undefined), amount: euros(amount), now }))?.refusal.code;
  const say = (refundsAbove: string) => transact(db, (tx) => changeConfirmation(tx, { refundsAbove }));
  expectOk(await say('49.90'));
  assert.deepEqual([await asked('49.90'), await asked('49.91')], [undefined, 'step_up_required']);
  expectOk(await say('0'));
  assert.deepEqual([await asked('0.00'), await asked('0.01')], [undefined, 'step_up_required']);
  const wrong = await say('much');
  assert.equal(wrong.ok || wrong.refusal.code, 'invalid_limit');
  assert.deepEqual(await readConfirmation(db), { refundsAbove: '0.00' });
});
