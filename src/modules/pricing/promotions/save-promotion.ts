import { sql } from 'kysely';
import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { countAnew } from './count-anew.ts';
import { laneRefusal, lockRulebook, raiseVersion } from './lanes.ts';
import { type PromotionDraft, parsePromotion } from './parse-promotion.ts';
import type { Promotion, PromotionId } from './promotion.ts';

export type PromotionRefusal = Refusal<
  'invalid' | 'unknown_lane' | 'lane_is_per_line' | 'not_found' | 'too_many_promotions'
>;
export type StoredPromotion = Promotion & { readonly isActive: boolean };

/** Most promotions in force: each of them is looked at for every cart. */
export const PROMOTIONS_LIMIT = 1_000;

/**
 * Makes a promotion, or changes the one with `id`, from what somebody sent: everything is checked, and a refusal
 * names the field. The same again writes nothing and tells nothing. What orders had off before limits were set
 * counts against them.
 */
export async function savePromotion(
  tx: Tx,
  input: {
    readonly id?: PromotionId | undefined;
    readonly promotion: unknown;
    readonly now: Temporal.Instant;
  },
): Promise<Result<StoredPromotion, PromotionRefusal>> {
  const parsed = parsePromotion(input.promotion);
  if (!parsed.ok) return parsed;
  const draft = parsed.value;
  const lanes = await lockRulebook(tx);
  const refusal = laneRefusal(lanes, draft) ?? (await knownRefusal(tx, input.id, draft));
  if (refusal !== undefined) return { ok: false, refusal };
  const id = input.id ?? newId<'promotion'>();
  if (await write(tx, { ...input, id, draft })) {
    await countAnew(tx, id);
    await raiseVersion(tx);
  }
  return ok({ id, ...draft });
}

/** Takes a promotion and its codes out of force for good; the orders that used it keep it. */
export async function removePromotion(
  tx: Tx,
  { id, now }: { readonly id: PromotionId; readonly now: Temporal.Instant },
): Promise<Result<void, Refusal<'not_found'>>> {
  await lockRulebook(tx);
  const { rows } = await sql`
    update pricing.promotion set removed_at = ${now.toString()}::timestamptz
    where id = ${id} and removed_at is null returning id`.execute(tx);
  if (rows.length === 0) return refuse('not_found', `no promotion has the id ${id}`, 'id');
  await sql`delete from pricing.promotion_code where promotion_id = ${id}`.execute(tx);
  await keepChange(tx, id, null, now);
  await raiseVersion(tx);
  return ok(undefined);
}

async function knownRefusal(
  tx: Tx,
  id: PromotionId | undefined,
  draft: PromotionDraft,
): Promise<PromotionRefusal | undefined> {
  // Waits for claims under way, which hold a share of the row: those are counted when limits change.
  const { rows } = await sql`
    select from pricing.promotion where id = ${id ?? null} and removed_at is null for update`.execute(tx);
  if (id !== undefined && rows.length === 0) {
    return refuse('not_found', `no promotion has the id ${id}`, 'id').refusal;
  }
  const { rows: counted } = await sql<{ others: bigint }>`
    select count(*) as others from pricing.promotion
    where is_active and removed_at is null and id is distinct from ${id ?? null}::uuid`.execute(tx);
  const isFull = draft.isActive && Number(counted[0]?.others ?? 0n) >= PROMOTIONS_LIMIT;
  const message = `${PROMOTIONS_LIMIT} promotions are in force; end or remove some`;
  return isFull ? refuse('too_many_promotions', message).refusal : undefined;
}

const asSent = z.object({ conditions: z.unknown().optional(), benefits: z.unknown() });

async function write(
  tx: Tx,
  input: {
    readonly id: PromotionId;
    readonly draft: PromotionDraft;
    readonly promotion: unknown;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const { id, draft } = input;
  const sent = asSent.parse(input.promotion);
  const [conditions, benefits] = [JSON.stringify(sent.conditions ?? {}), JSON.stringify(sent.benefits)];
  const { uses, usesPerCustomer, budget } = draft.limits;
  const minor = Object.entries(budget ?? {}).map(([currency, amount]) => [currency, String(amount)]);
  const { rows } = await sql<{ definition: unknown }>`
    insert into pricing.promotion as kept (id, name, trigger, lane, priority, is_exclusive, is_active,
      conditions, benefits, uses_limit, customer_limit, budget)
    values (${id}, ${draft.name}, ${draft.trigger}, ${draft.lane}, ${draft.priority}, ${draft.isExclusive},
      ${draft.isActive}, ${conditions}::jsonb, ${benefits}::jsonb, ${uses ?? null}, ${usesPerCustomer ?? null},
      ${budget === undefined ? null : JSON.stringify(Object.fromEntries(minor))}::jsonb)
    on conflict (id) do update set name = excluded.name, trigger = excluded.trigger, lane = excluded.lane,
      priority = excluded.priority, is_exclusive = excluded.is_exclusive, is_active = excluded.is_active,
      conditions = excluded.conditions, benefits = excluded.benefits, uses_limit = excluded.uses_limit,
      customer_limit = excluded.customer_limit, budget = excluded.budget
    where to_jsonb(kept) <> to_jsonb(excluded)
    returning to_jsonb(kept) as definition`.execute(tx);
  const [row] = rows;
  if (row === undefined) return false;
  await keepChange(tx, id, draft.isActive ? JSON.stringify(row.definition) : null, input.now);
  return true;
}

async function keepChange(
  tx: Tx,
  id: PromotionId,
  definition: string | null,
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into pricing.promotion_change (promotion_id, definition, changed_at)
    values (${id}, ${definition}::jsonb, ${now.toString()}::timestamptz)`.execute(tx);
}
