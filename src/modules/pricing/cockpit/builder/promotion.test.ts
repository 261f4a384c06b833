import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePromotion } from '../../promotions/parse-promotion.ts';
import {
  BENEFIT_KINDS,
  benefitOf,
  isPromotion,
  kindOf,
  laneOf,
  NEW_PROMOTION,
  type Promotion,
} from './promotion.ts';

const TOTE = '0198f5b2-7c1d-7aaa-8bbb-000000000001';

test('what the builder begins with is understood, whichever benefit is chosen', () => {
  const [first] = NEW_PROMOTION.benefits;
  if (first === undefined) throw new RangeError('a promotion without a benefit');
  for (const kind of BENEFIT_KINDS) {
    const made = benefitOf(kind, first, 'EUR');
    assert.equal(kindOf(made), kind);
    const benefit = made.kind === 'gift' ? { ...made, variantId: TOTE } : made;
    const promotion: Promotion = { ...NEW_PROMOTION, name: 'P', lane: laneOf(kind), benefits: [benefit] };
    const parsed = parsePromotion(promotion);
    assert.ok(parsed.ok, parsed.ok ? '' : parsed.refusal.message);
    assert.ok(isPromotion(JSON.parse(JSON.stringify(promotion))));
  }
});

test('a benefit of another kind keeps its goods', () => {
  const goods = { anyOf: [{ brands: ['b'] }] };
  const withGoods = { kind: 'amount_off_order', amount: { EUR: '5.00' }, goods } as const;
  const after = benefitOf('amount_off_item', withGoods, 'EUR');
  assert.deepEqual(after, { kind: 'amount_off_item', amount: { EUR: '5.00' }, goods });
});
