import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expectOk, type Id } from '../../../kernel/index.ts';
import { newId } from '../../../platform/id.ts';
import type { Reservation } from '../../inventory/index.ts';
import { planShipment } from './plan-shipment.ts';

const [mug, pot, set] = [newId<'variant'>(), newId<'variant'>(), newId<'variant'>()];
const [near, far] = [newId<'location'>(), newId<'location'>()];

describe('the stock that goes into a parcel', () => {
  test('comes from the first locations that hold it', () => {
    const held = [
      aReservation({ locationId: near, quantity: 2 }),
      aReservation({ locationId: far, quantity: 3 }),
    ];
    assert.deepEqual(quantities(expectOk(planShipment([{ variantId: mug, quantity: 4 }], held))), [
      [mug, near, 2],
      [mug, far, 2],
    ]);
  });

  test('is what a bundle is made of, as often as the bundle takes it', () => {
    const held = [
      aReservation({ lineVariantId: set, quantity: 4, perLine: 2 }),
      aReservation({ lineVariantId: set, variantId: pot, quantity: 2, perLine: 1 }),
    ];
    assert.deepEqual(quantities(expectOk(planShipment([{ variantId: set, quantity: 1 }], held))), [
      [mug, near, 2],
      [pot, near, 1],
    ]);
  });

  test('is of the line that it was promised to, also where two lines use one component', () => {
    const held = [
      aReservation({ quantity: 1 }),
      aReservation({ lineVariantId: set, quantity: 2, perLine: 2 }),
    ];
    const both = [
      { variantId: set, quantity: 1 },
      { variantId: mug, quantity: 1 },
    ];
    const shipped = expectOk(planShipment(both, held));
    assert.deepEqual(
      shipped.map(({ lineVariantId, quantity }) => [lineVariantId, quantity]),
      [
        [set, 2],
        [mug, 1],
      ],
    );
  });

  test('may not be more than is in stock: a backorder waits', () => {
    const held = [
      aReservation({ quantity: 1 }),
      aReservation({ quantity: 1, locationId: undefined, isBackorder: true }),
    ];
    const planned = planShipment([{ variantId: mug, quantity: 2 }], held);
    assert.equal(planned.ok ? '' : planned.refusal.code, 'not_in_stock');
  });

  test('is none for what is not tracked', () => {
    assert.deepEqual(expectOk(planShipment([{ variantId: mug, quantity: 2 }], [])), []);
  });

  test('counts two lines of one variant together', () => {
    const twice = [
      { variantId: mug, quantity: 1 },
      { variantId: mug, quantity: 1 },
    ];
    const planned = planShipment(twice, [aReservation({ quantity: 1 })]);
    assert.equal(planned.ok, false);
  });
});

function aReservation(some: Partial<Reservation>): Reservation {
  const variant: { variantId: Id<'variant'>; lineVariantId: Id<'variant'> } = {
    variantId: mug,
    lineVariantId: mug,
  };
  const rest = { perLine: 1, locationId: near, quantity: 1, isBackorder: false, expiresAt: undefined };
  return { ...variant, ...rest, ...some };
}

function quantities(items: readonly { variantId: string; locationId: string; quantity: number }[]) {
  return items.map(({ variantId, locationId, quantity }) => [variantId, locationId, quantity]);
}
