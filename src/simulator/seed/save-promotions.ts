import { expectOk } from '../../kernel/index.ts';
import { readPromotionRulebook, saveCodes, savePromotion } from '../../modules/pricing/index.ts';
import type { Connection } from '../../platform/database/index.ts';
import { PROMOTIONS } from '../world/promotions.ts';
import { transact } from './transact.ts';

/** Promotions and their codes that are not there yet. */
export async function savePromotions(connection: Connection, now: Temporal.Instant): Promise<void> {
  await transact(connection, async (tx) => {
    const known = new Set((await readPromotionRulebook(tx)).promotions.map(({ name }) => name));
    for (const { promotion, codes } of PROMOTIONS) {
      if (known.has(promotion.name)) continue;
      const { id } = expectOk(await savePromotion(tx, { promotion, now }));
      if (codes.length > 0) expectOk(await saveCodes(tx, { promotionId: id, codes }));
    }
  });
}
