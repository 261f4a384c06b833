import { sql } from 'kysely';
import { z } from 'zod';
import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { Promotion, PromotionId } from './promotion.ts';
import { type PromotionRow, promotionOf } from './read-rulebook.ts';

/** A promotion as the desk keeps it: in force or not, with what it has given so far. */
export type KeptPromotion = {
  readonly promotion: Promotion;
  readonly isActive: boolean;
  /** As it was sent: amounts are decimals by currency, times are those of the shop's clocks. */
  readonly sent: PromotionSent;
  /** The first few of its codes, as they are shown. */
  readonly codes: readonly string[];
  readonly codeCount: number;
};

export type PromotionSent = { readonly conditions: unknown; readonly benefits: unknown };

/** What orders had off by a promotion, cancelled ones not counted. */
export type PromotionGiven = {
  readonly orders: number;
  readonly given: readonly { readonly currency: CurrencyCode; readonly amountMinor: bigint }[];
  readonly lastUsedAt: Temporal.Instant | undefined;
};

type Row = PromotionRow & { is_active: boolean; codes: string[] | null; code_count: bigint };

/** All promotions that were not removed, the latest first. There are at most some thousands. */
export async function listPromotions(db: Db, id?: PromotionId): Promise<KeptPromotion[]> {
  const { rows } = await sql<Row>`
    select id, name, trigger, lane, priority, is_exclusive, is_active, conditions, benefits, uses_limit,
      customer_limit, budget, (
        select array_agg(code.text order by code.code) from (
          select text, code from pricing.promotion_code where promotion_id = promotion.id order by code limit 3
        ) as code) as codes,
      (select count(*) from pricing.promotion_code where promotion_id = promotion.id) as code_count
    from pricing.promotion
    where removed_at is null and (${id ?? null}::uuid is null or id = ${id ?? null}::uuid)
    order by id desc`.execute(db);
  return rows.map((row) => ({
    promotion: promotionOf({
      ...row,
      uses_limit: numberOf(row.uses_limit),
      customer_limit: numberOf(row.customer_limit),
    }),
    isActive: row.is_active,
    sent: { conditions: row.conditions, benefits: row.benefits },
    codes: row.codes ?? [],
    codeCount: Number(row.code_count),
  }));
}

/** What these promotions have given so far; one that gave nothing is not in the map. */
export async function readPromotionsGiven(
  db: Db,
  ids: readonly PromotionId[],
): Promise<Map<PromotionId, PromotionGiven>> {
  const { rows } = await sql<{
    promotion_id: PromotionId;
    currency: string;
    orders: bigint;
    amount_minor: bigint;
    last_used_at: Temporal.Instant;
  }>`
    select promotion_id, currency, count(*) as orders, sum(amount_minor)::bigint as amount_minor,
      max(used_at) as last_used_at
    from pricing.promotion_use
    where promotion_id = any(${ids}::uuid[]) and released_at is null
    group by promotion_id, currency order by promotion_id, currency`.execute(db);
  const groups = Map.groupBy(rows, (row) => row.promotion_id);
  return new Map(
    [...groups].map(([id, some]) => [
      id,
      {
        orders: some.reduce((sum, row) => sum + Number(row.orders), 0),
        given: some.map((row) => ({ currency: currencyOf(row.currency), amountMinor: row.amount_minor })),
        lastUsedAt: some
          .map((row) => row.last_used_at)
          .toSorted(Temporal.Instant.compare)
          .at(-1),
      },
    ]),
  );
}

/** bigint columns come as bigint here, and as numbers where the rulebook is read as JSON. */
const numberOf = (limit: unknown) => z.union([z.null(), z.coerce.number()]).parse(limit);
