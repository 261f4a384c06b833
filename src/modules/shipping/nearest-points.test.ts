import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byWeight, HAMBURG, id, input, method, rulebook, step } from './a-rulebook.ts';
import { deliveryOption, deliveryOptions, type PickupPoint } from './index.ts';

const point = (number: number, postalCode: string, change: Partial<PickupPoint> = {}): PickupPoint => ({
  ...{
    id: id(number),
    carrier: 'dhl',
    code: `${number}`,
    name: `Point ${number}`,
    openingHours: [],
    isActive: true,
  },
  address: { name: `Point ${number}`, line1: 'Weg 1', city: 'Stadt', postalCode, country: 'DE' },
  ...change,
});

test('the nearest pick-up points of the carrier are offered, and any of them by its id', () => {
  const codes = ['20459', '20457', '10115', '22767', '80331', '20095', '21073', '20457'];
  const points = [
    ...codes.map((code, index) => point(100 + index, code)),
    point(200, '20457', { carrier: 'gls' }),
    point(201, '20457', {
      address: { name: 'A', line1: 'B', city: 'C', country: 'AT', postalCode: '20457' },
    }),
  ];
  const pickup = method(10, [byWeight(HAMBURG.id, [step(undefined, 390)])], {
    kind: 'pickup',
    carrier: 'dhl',
  });
  const book = rulebook([pickup], { pickupPoints: points });
  const to = input({ destination: { country: 'DE', postalCode: '20457' } });
  const offered = deliveryOptions(book, to);
  assert.deepEqual(
    offered.map(({ pickupPoint }) => pickupPoint?.address.postalCode),
    ['20457', '20457', '20459', '20095', '21073'],
  );
  assert.equal(new Set(offered.map((option) => option.id)).size, 5);
  const far = `${pickup.id}.${points[4]?.id}`;
  assert.equal(deliveryOption(book, to, far)?.pickupPoint?.address.postalCode, '80331');
  for (const wrong of [pickup.id, `${pickup.id}.${points[8]?.id}`, `${pickup.id}.${id(999)}`, '', 'x.y.z']) {
    assert.equal(deliveryOption(book, to, wrong), undefined);
  }
  assert.deepEqual(
    offered.map((option) => deliveryOption(book, to, option.id)),
    offered,
  );
});
