import { sql } from 'kysely';
import { type CurrencyCode, ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { PromotionVerdict } from '../quote/verdict.ts';
import type { PromotionId } from './promotion.ts';

/**
 * Counts what a quote gave against the limits in all, per customer, per code and per budget, in the transaction of
 * the order. When one of them is used up nothing is written. Counters are locked in the order of their key, so that
 * orders that use the same promotions wait for each other and never for themselves; a promotion without limits
 * locks none. Claimed twice for an order is claimed once.
 *
 * @param input.customerId as in the quote; limits per customer count all who give none as one
 */
export async function claimPromotions(
  tx: Tx,
  input: {
    readonly quote: { readonly currency: CurrencyCode; readonly verdicts: readonly PromotionVerdict[] };
    readonly orderId: string;
    readonly customerId?: string | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<Result<void, Refusal<'promotion_used_up'>>> {
  const asked = input.quote.verdicts.flatMap((verdict) => (verdict.isApplied ? [verdict] : []));
  if (asked.length === 0) return ok(undefined);
  const customer = input.customerId ?? '';
  const bounds = await lockCounters(tx, { ...input, currency: input.quote.currency, customer, asked });
  const spent = bounds.find(({ taken, amount, bound }) => taken + amount > bound);
  if (spent !== undefined) {
    const name = asked.find(({ promotionId }) => promotionId === spent.promotion_id)?.name ?? '';
    return refuse('promotion_used_up', `"${name}" is used up`, spent.promotion_id);
  }
  await writeUses(tx, { ...input, currency: input.quote.currency, customer, asked, bounds });
  return ok(undefined);
}

type Asked = {
  readonly promotionId: PromotionId;
  readonly code?: string | undefined;
  readonly amountMinor: bigint;
};

type Claim = {
  readonly orderId: string;
  readonly customer: string;
  readonly currency: CurrencyCode;
  readonly asked: readonly Asked[];
};

type Bound = {
  readonly promotion_id: PromotionId;
  readonly subject: string;
  readonly amount: bigint;
  readonly bound: bigint;
  readonly taken: bigint;
};

/** The counters that this order would count in, made where there are none, and held. */
async function lockCounters(tx: Tx, { orderId, customer, currency, asked }: Claim): Promise<Bound[]> {
  const { rows } = await sql<Bound>`
    with asked as (
      select given.promotion_id, given.code, given.amount, promotion.uses_limit, promotion.customer_limit,
        promotion.budget
      from unnest(
        ${asked.map((one) => one.promotionId)}::uuid[], ${asked.map((one) => one.code ?? null)}::text[],
        ${asked.map((one) => one.amountMinor)}::bigint[]
      ) as given (promotion_id, code, amount)
      join pricing.promotion on promotion.id = given.promotion_id
      where not exists (
        select from pricing.promotion_use used where used.order_id = ${orderId}
          and used.promotion_id = given.promotion_id and used.released_at is null
      )
      for key share of promotion
    ), bounds as (
      select promotion_id, 'all' as subject, 1::bigint as amount, uses_limit as bound
      from asked where uses_limit is not null
      union all
      select promotion_id, 'customer ' || ${customer}, 1, customer_limit from asked where customer_limit is not null
      union all
      select promotion_id, 'budget ' || ${currency}, amount, coalesce((budget->>${currency})::bigint, 0)
      from asked where budget is not null
      union all
      select asked.promotion_id, 'code ' || code.code, 1, code.uses_limit
      from asked join pricing.promotion_code code on code.code = asked.code and code.uses_limit is not null
    ), locked as (
      insert into pricing.promotion_counter as kept (promotion_id, subject, taken, bound)
      select promotion_id, subject, 0, bound from bounds order by promotion_id, subject
      on conflict (promotion_id, subject) do update set taken = kept.taken
      returning promotion_id, subject, taken
    )
    select promotion_id, subject, amount, bound, taken from bounds join locked using (promotion_id, subject)
    order by promotion_id, subject`.execute(tx);
  return rows;
}

async function writeUses(
  tx: Tx,
  {
    orderId,
    customer,
    currency,
    asked,
    bounds,
    now,
  }: Claim & { bounds: readonly Bound[]; now: Temporal.Instant },
): Promise<void> {
  const at = now.toString();
  await sql`
    with counted as (
      select * from unnest(
        ${bounds.map((one) => one.promotion_id)}::uuid[], ${bounds.map((one) => one.subject)}::text[],
        ${bounds.map((one) => one.amount)}::bigint[], ${bounds.map((one) => one.bound)}::bigint[]
      ) as counted (promotion_id, subject, amount, bound)
    ), used as (
      insert into pricing.promotion_use as kept
        (order_id, promotion_id, code, customer, currency, amount_minor, subjects, used_at)
      select ${orderId}, promotion_id, code, ${customer}, ${currency}, amount, array(
          select subject from counted where counted.promotion_id = asked.promotion_id order by subject
        ), ${at}::timestamptz
      from unnest(
        ${asked.map((one) => one.promotionId)}::uuid[], ${asked.map((one) => one.code ?? null)}::text[],
        ${asked.map((one) => one.amountMinor)}::bigint[]
      ) as asked (promotion_id, code, amount)
      order by promotion_id
      on conflict (order_id, promotion_id) do update set code = excluded.code, customer = excluded.customer,
        currency = excluded.currency, amount_minor = excluded.amount_minor, subjects = excluded.subjects,
        used_at = excluded.used_at, released_at = null
      where kept.released_at is not null
    )
    update pricing.promotion_counter counter set taken = counter.taken + counted.amount, bound = counted.bound
    from counted where (counter.promotion_id, counter.subject) = (counted.promotion_id, counted.subject)
  `.execute(tx);
}
