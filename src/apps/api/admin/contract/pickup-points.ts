import { z } from 'zod';
import {
  endpoint,
  id,
  integer,
  list,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { address, addressInput } from '../../store/contract/address.ts';
import { SHIPPING_REFUSALS } from './shipping.ts';

const point = z
  .object({
    ...{ id: uuid(), carrier: z.string().optional(), code: z.string(), name: z.string(), address },
    openingHours: z.array(z.object({ day: z.int(), opens: z.string(), closes: z.string() })),
    isActive: z.boolean(),
  })
  .meta({ id: 'PickupPoint' });

const pointInput = z.strictObject({
  carrier: text(100, 1).optional().describe("Left out: the shop's own."),
  code: text(100, 1).describe("The carrier's number of it."),
  name: text(200, 1),
  address: addressInput,
  openingHours: list(
    z.strictObject({ day: integer(1, 7), opens: text(5, 5), closes: text(5, 5) }),
    28,
  ).default([]),
  isActive: z.boolean().default(true),
});

const shared = { group: 'Shipping', audience: 'settings:write', rate: 'write' } as const;

export const pickupPointEndpoints = {
  listPickupPoints: endpoint({
    ...{
      ...shared,
      method: 'GET',
      path: '/shipping/pickup-points',
      summary: 'Where goods wait for shoppers',
    },
    query: z.strictObject({ ...pageQuery, country: text(2, 2).optional(), carrier: text(100, 1).optional() }),
    ...{ audience: 'settings:read', rate: 'read', output: pageOf(point), refusals: { invalid_cursor: 422 } },
  }),
  savePickupPoints: endpoint({
    ...{
      ...shared,
      method: 'PUT',
      path: '/shipping/pickup-points',
      summary: 'Make or change pick-up points',
    },
    description: 'All or none; a point is known by its carrier and the code that the carrier gave it.',
    body: z.strictObject({ points: list(pointInput, 1_000, 1) }),
    ...{ output: z.object({ isSaved: z.boolean() }), refusals: SHIPPING_REFUSALS },
    changes: { kind: 'pickup_points' },
  }),
  removePickupPoint: endpoint({
    ...{ ...shared, method: 'DELETE', path: '/shipping/pickup-points/{id}', summary: 'Take a point away' },
    ...{ params: z.strictObject({ id: id<'pickup_point'>() }), refusals: {} },
    output: z.object({ isRemoved: z.boolean() }),
    changes: { kind: 'pickup_point', id: 'id', read: 'listPickupPoints' },
  }),
};
