import { ok } from '../../../../kernel/index.ts';
import {
  type Lane,
  type Promotion,
  readPromotionRulebook,
  removePromotion,
  saveLane,
  savePromotion,
} from '../../../../modules/pricing/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import { pageOfAll } from '../../page.ts';
import type { promotionEndpoints } from '../contract/promotions.ts';
import type { AdminDeps } from '../deps.ts';
import type { Codes } from './codes.ts';

export function promotionHandlers({
  db,
  reads,
}: AdminDeps): Omit<Handlers<typeof promotionEndpoints>, Codes> {
  return {
    listPromotions: async ({ query }) => {
      const { promotions } = await readPromotionRulebook(reads);
      return pageOfAll('promotions', query, promotions, { keyOf: ({ id }) => id, itemOf: promotionAnswer });
    },
    createPromotion: async ({ body: { promotion }, now, tx }) => {
      const saved = await savePromotion(tx, { promotion, now });
      return saved.ok ? ok({ id: saved.value.id }) : saved;
    },
    changePromotion: async ({ params: { id }, body: { promotion }, now }) => {
      const saved = await transactOrRefuse(db, (tx) => savePromotion(tx, { id, promotion, now }));
      return saved.ok ? ok({ id: saved.value.id }) : saved;
    },
    removePromotion: async ({ params: { id }, now }) => {
      const removed = await transactOrRefuse(db, (tx) => removePromotion(tx, { id, now }));
      return removed.ok ? ok({ isRemoved: true }) : removed;
    },
    listLanes: async ({ query }) => {
      const { lanes } = await readPromotionRulebook(reads);
      return pageOfAll('lanes', query, lanes, { keyOf: ({ lane }) => lane, itemOf: laneAnswer });
    },
    saveLane: ({ params: { lane }, body }) => transactOrRefuse(db, (tx) => saveLane(tx, { lane, ...body })),
  };
}

function promotionAnswer({ id, name, trigger, lane, priority, isExclusive, benefits }: Promotion) {
  const kinds = benefits.map(({ kind }) => ({ kind }));
  return { id, name, trigger, lane, priority, isExclusive, benefits: kinds };
}

function laneAnswer({ lane, name, stacking }: Lane) {
  return { lane, name, stacking };
}
