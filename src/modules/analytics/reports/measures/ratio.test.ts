import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MEASURES } from '../../explore/measures.ts';
import { CONVERSION_RATE } from './sessions.ts';

test('a share of so many visits has bounds: the more visits, the closer', () => {
  const of = (bought: bigint, sessions: bigint) =>
    CONVERSION_RATE.bounds?.({ sessions_bought: bought, sessions });
  const text = (bounds: ReturnType<typeof of>) =>
    bounds && `${bounds.low.toFixed(4)} ${bounds.high.toFixed(4)}`;
  // R: binom::binom.wilson(30, 1000), binom::binom.wilson(3000, 100000)
  assert.equal(text(of(30n, 1_000n)), '0.0211 0.0425');
  assert.equal(text(of(3_000n, 100_000n)), '0.0290 0.0311');
  assert.equal(of(0n, 0n), undefined);
  // An order of a visit that began the day before.
  assert.equal(text(of(2n, 1n)), text(of(1n, 1n)));
});

test('what is estimated lies within its bounds, whatever it is made of', () => {
  const estimated = MEASURES.filter(({ bounds }) => bounds !== undefined);
  assert.ok(estimated.length >= 9);
  for (const { id, kind, of, bounds } of estimated) {
    fc.assert(
      fc.property(fc.nat(1_000), fc.integer({ min: 2, max: 1_000 }), (some, more) => {
        const whole = BigInt(some + more);
        const part = BigInt(some);
        const sums = new Proxy<Record<string, bigint>>(
          {},
          { get: (_, name) => (name === (WHOLES[id] ?? 'sessions') ? whole : part) },
        );
        const [value, found] = [Number(of(sums)), bounds?.(sums)];
        assert.ok(found && found.low <= value && value <= found.high, id);
        if (kind === 'share') assert.ok(found.low >= 0 && found.high <= 1, id);
      }),
    );
  }
});

/** What they are a share of, where it is not visits. */
const WHOLES: Readonly<Record<string, string>> = {
  ...{ cart_rate: 'sessions_viewed', checkout_rate: 'sessions_cart', purchase_rate: 'sessions_checkout' },
  ...{ returning_order_rate: 'orders', average_order_value: 'orders', units_per_order: 'orders' },
};
