import assert from 'node:assert/strict';
import { test } from 'node:test';
import { funnelIn, pathOf, SHOP_STEPS, stepsText } from './steps.ts';

test('a funnel is kept in the address, and what is none is the shop’s own', () => {
  const steps = ['view_item', '/sale/*', 'purchase'];
  const kept = { steps: stepsText(steps), open: 'true', within: '1440', segment: 'device' };
  assert.deepEqual(funnelIn(kept), { steps, isOpen: true, within: 1440, segment: 'device' });
  const none = { steps: SHOP_STEPS, isOpen: false, within: undefined, segment: undefined };
  assert.deepEqual(funnelIn({}), none);
  assert.deepEqual(funnelIn({ steps: 'purchase', within: '7', segment: 'shoe size' }), none);
  assert.deepEqual(funnelIn({ steps: Array(9).fill('purchase').join('|') }).steps, SHOP_STEPS);
  assert.equal(stepsText(SHOP_STEPS), undefined);
});

test('a path that somebody types begins with a slash and divides no steps', () => {
  assert.deepEqual(['cart', ' /cart', '/a|b'].map(pathOf), ['/cart', '/cart', '/ab']);
});
