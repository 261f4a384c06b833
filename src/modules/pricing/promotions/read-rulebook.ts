import { sql } from 'kysely';
import { z } from 'zod';
import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { Amounts, Limits, Promotion, PromotionId } from './promotion.ts';
import { benefitSchema, conditionsSchema } from './promotion-schema.ts';
import type { Lane, PromotionRulebook, Stacking } from './rulebook.ts';

export type PromotionRow = {
  readonly id: PromotionId;
  readonly name: string;
  readonly trigger: 'automatic' | 'code';
  readonly lane: number;
  readonly priority: number;
  readonly is_exclusive: boolean;
  readonly conditions: unknown;
  readonly benefits: unknown;
  readonly uses_limit: number | null;
  readonly customer_limit: number | null;
  readonly budget: Readonly<Record<string, string>> | null;
};

/**
 * All promotions that are in force, and the lanes; `known` itself when nothing was saved since. One statement
 * either way.
 */
export async function readPromotionRulebook(db: Db, known?: PromotionRulebook): Promise<PromotionRulebook> {
  const { rows } = await sql<{
    version: bigint;
    lanes: { lane: number; name: string; stacking: Stacking }[] | null;
    promotions: PromotionRow[] | null;
  }>`
    select version,
      case when version is distinct from ${known?.version ?? null}::bigint then (
        select jsonb_agg(jsonb_build_object('lane', lane, 'name', name, 'stacking', stacking) order by lane)
        from pricing.lane
      ) end as lanes,
      case when version is distinct from ${known?.version ?? null}::bigint then (
        select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'trigger', trigger, 'lane', lane,
          'priority', priority, 'is_exclusive', is_exclusive, 'conditions', conditions, 'benefits', benefits,
          'uses_limit', uses_limit, 'customer_limit', customer_limit, 'budget', budget))
        from pricing.promotion where is_active and removed_at is null
      ) end as promotions
    from pricing.rulebook`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new RangeError('the promotion rulebook has no version');
  if (known !== undefined && known.version === row.version) return known;
  const lanes: readonly Lane[] = row.lanes ?? [];
  return { version: row.version, lanes, promotions: (row.promotions ?? []).map(promotionOf) };
}

export function promotionOf(row: PromotionRow): Promotion {
  return {
    id: row.id,
    name: row.name,
    trigger: row.trigger,
    lane: row.lane,
    priority: row.priority,
    isExclusive: row.is_exclusive,
    conditions: conditionsSchema.parse(row.conditions),
    benefits: z.array(benefitSchema).parse(row.benefits),
    limits: limitsOf(row),
  };
}

function limitsOf({ uses_limit: uses, customer_limit: usesPerCustomer, budget }: PromotionRow): Limits {
  return {
    uses: uses ?? undefined,
    usesPerCustomer: usesPerCustomer ?? undefined,
    budget: budget === null ? undefined : amountsOf(budget),
  };
}

function amountsOf(budget: Readonly<Record<string, string>>): Amounts {
  const entries = Object.entries(budget).map(([code, minor]): [CurrencyCode, bigint] => [
    currencyOf(code),
    BigInt(minor),
  ]);
  return Object.fromEntries(entries);
}
