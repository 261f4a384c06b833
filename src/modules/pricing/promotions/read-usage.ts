import { sql } from 'kysely';
import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { normaliseCode } from './code.ts';
import { subjectOf } from './counter.ts';
import type { PromotionId } from './promotion.ts';
import {
  type CodeUsage,
  NO_USAGE,
  type PromotionRulebook,
  type PromotionUsage,
  type UsageCount,
} from './rulebook.ts';

type UsageRow = {
  code: string | null;
  promotion_id: PromotionId;
  subject: string;
  taken: bigint;
  bound: bigint | null;
};

/**
 * What was used already, of the codes given and of the promotions with limits. One statement; none when there are
 * neither. Read in the transaction that claims it is what was committed; the claim has the last word.
 */
export async function readPromotionUsage(
  db: Db,
  input: {
    readonly rulebook: PromotionRulebook;
    readonly codes: readonly string[];
    readonly customerId?: string | undefined;
  },
): Promise<PromotionUsage> {
  const codes = [...new Set(input.codes.map(normaliseCode))];
  const limited = input.rulebook.promotions.filter(
    ({ limits }) => limits.uses ?? limits.usesPerCustomer ?? limits.budget,
  );
  if (codes.length === 0 && limited.length === 0) return NO_USAGE;
  const currencies = new Set(limited.flatMap(({ limits }) => Object.keys(limits.budget ?? {})));
  const subjects = [
    subjectOf.all,
    subjectOf.customer(input.customerId ?? ''),
    ...[...currencies].map((currency) => subjectOf.budget(currency)),
  ];
  const { rows } = await sql<UsageRow>`
    select code.code, code.promotion_id, '' as subject, coalesce(counter.taken, 0) as taken,
      code.uses_limit as bound
    from pricing.promotion_code code left join pricing.promotion_counter counter
      on counter.promotion_id = code.promotion_id and counter.subject = ${subjectOf.code('')} || code.code
    where code.code = any(${codes}::text[])
    union all
    select null, promotion_id, subject, taken, bound from pricing.promotion_counter
    where promotion_id = any(${limited.map(({ id }) => id)}::uuid[]) and subject = any(${subjects}::text[])
  `.execute(db);
  return usageOf(rows);
}

function usageOf(rows: readonly UsageRow[]): PromotionUsage {
  const codes = new Map<string, CodeUsage>();
  const promotions = new Map<PromotionId, UsageCount>();
  for (const { code, promotion_id: promotionId, subject, taken, bound } of rows) {
    if (code !== null) {
      const limit = bound === null ? undefined : Number(bound);
      codes.set(code, { promotionId, used: Number(taken), limit });
      continue;
    }
    const known = promotions.get(promotionId) ?? { used: 0, usedByCustomer: 0, spentMinor: new Map() };
    promotions.set(promotionId, counted(known, subject, taken));
  }
  return { codes, promotions };
}

function counted(count: UsageCount, subject: string, taken: bigint): UsageCount {
  if (subject === subjectOf.all) return { ...count, used: Number(taken) };
  const currency = subjectOf.currencyOf(subject);
  if (currency === undefined) return { ...count, usedByCustomer: Number(taken) };
  const spentMinor = new Map<CurrencyCode, bigint>(count.spentMinor);
  return { ...count, spentMinor: spentMinor.set(currencyOf(currency), taken) };
}
