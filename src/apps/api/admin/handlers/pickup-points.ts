import { ok } from '../../../../kernel/index.ts';
import {
  readPickupPoints,
  removePickupPoints,
  savePickupPoints,
} from '../../../../modules/shipping/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { transact, transactOrRefuse } from '../../../../platform/database/index.ts';
import { pageOfAll } from '../../page.ts';
import type { pickupPointEndpoints } from '../contract/pickup-points.ts';
import type { AdminDeps } from '../deps.ts';

export function pickupPointHandlers({ db, reads }: AdminDeps): Handlers<typeof pickupPointEndpoints> {
  return {
    listPickupPoints: async ({ query: { country, carrier, ...page } }) => {
      const points = await readPickupPoints(reads, sentFields({ country, carrier }));
      return pageOfAll('pickup_points', page, points, { keyOf: ({ id }) => id, itemOf: (point) => point });
    },
    savePickupPoints: async ({ body }) => {
      const points = body.points.map(({ carrier, address, ...point }) => {
        return { ...point, carrier, address: sentFields(address) };
      });
      const saved = await transactOrRefuse(db, (tx) => savePickupPoints(tx, points));
      return saved.ok ? ok({ isSaved: true }) : saved;
    },
    removePickupPoint: async ({ params: { id } }) => {
      await transact(db, (tx) => removePickupPoints(tx, [id]));
      return ok({ isRemoved: true });
    },
  };
}
