import { randomBytes } from 'node:crypto';
import { ok } from '../../../../kernel/index.ts';
import {
  makeCodes,
  readPromotionRulebook,
  removePromotion,
  saveCodes,
  savePromotion,
} from '../../../../modules/pricing/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import type { promotionEndpoints } from '../contract/promotions.ts';
import type { AdminDeps } from '../deps.ts';

export function promotionHandlers({ db, reads }: AdminDeps): Handlers<typeof promotionEndpoints> {
  return {
    listPromotions: async () => {
      const { promotions } = await readPromotionRulebook(reads);
      const items = promotions.map(({ id, name, trigger, lane, priority, isExclusive, benefits }) => {
        const kinds = benefits.map(({ kind }) => ({ kind }));
        return { id, name, trigger, lane, priority, isExclusive, benefits: kinds };
      });
      return ok({ items });
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
    saveCodes: async ({ params: { id: promotionId }, body: { codes, usesLimit } }) => {
      const saved = await transactOrRefuse(db, (tx) => saveCodes(tx, { promotionId, codes, usesLimit }));
      return saved.ok ? ok({ isSaved: true }) : saved;
    },
    makeCodes: async ({ params: { id: promotionId }, body, tx }) => {
      const made = await makeCodes(tx, { promotionId, ...body, random: randomBytes });
      return made.ok ? ok({ codes: made.value }) : made;
    },
  };
}
