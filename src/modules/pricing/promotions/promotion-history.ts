import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { Promotion, PromotionId } from './promotion.ts';
import { type PromotionRow, promotionOf } from './read-rulebook.ts';

/** What a promotion was from `changedAt` on; undefined: not in force. */
export type PromotionChange = {
  readonly promotionId: PromotionId;
  readonly promotion: Promotion | undefined;
  readonly changedAt: Temporal.Instant;
};

/** Everything that promotions ever were, oldest first. `version` is the rulebook's. */
export type PromotionHistory = { readonly version: bigint; readonly changes: readonly PromotionChange[] };

/** The history of promotions that apply by themselves (with a code they do not); `known` when nothing was saved. */
export async function readPromotionHistory(db: Db, known?: PromotionHistory): Promise<PromotionHistory> {
  const { rows: versions } = await sql<{ version: bigint }>`select version from pricing.rulebook`.execute(db);
  const version = versions[0]?.version ?? 0n;
  if (known !== undefined && known.version === version) return known;
  const { rows } = await sql<{
    promotion_id: PromotionId;
    definition: PromotionRow | null;
    changed_at: Temporal.Instant;
  }>`
    select promotion_id, case when definition->>'trigger' = 'automatic' then definition end as definition,
      changed_at
    from pricing.promotion_change order by changed_at, id`.execute(db);
  const changes = rows.map((row) => ({
    promotionId: row.promotion_id,
    promotion: row.definition === null ? undefined : promotionOf(row.definition),
    changedAt: row.changed_at,
  }));
  return { version, changes };
}
