import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { isPerLine } from './is-per-line.ts';
import type { PromotionDraft } from './parse-promotion.ts';
import { type PromotionRow, promotionOf } from './read-rulebook.ts';
import type { Lane, Stacking } from './rulebook.ts';

export type LaneRefusal = Refusal<'invalid' | 'lane_is_per_line'>;
const STACKINGS: ReadonlySet<string> = new Set<Stacking>(['best', 'best_per_line', 'all']);

/** Names a lane and says how what is in it stacks. */
export async function saveLane(tx: Tx, lane: Lane): Promise<Result<Lane, LaneRefusal>> {
  if (!Number.isInteger(lane.lane) || lane.lane < 1 || lane.lane > 99) {
    return refuse('invalid', 'lanes are numbered from 1 to 99', 'lane');
  }
  if (lane.name.trim() === '' || lane.name.length > 200) {
    return refuse('invalid', 'a name has 1 to 200 characters', 'name');
  }
  if (!STACKINGS.has(lane.stacking)) {
    return refuse('invalid', `a lane is one of ${[...STACKINGS].join(', ')}`, 'stacking');
  }
  await lockRulebook(tx);
  const { rows } = await sql<PromotionRow>`
    select id, name, trigger, lane, priority, is_exclusive, conditions, benefits, null as uses_limit,
      null as customer_limit, null as budget
    from pricing.promotion where lane = ${lane.lane} and removed_at is null`.execute(tx);
  for (const promotion of rows.map(promotionOf)) {
    const refusal = laneRefusal([lane], promotion);
    if (refusal?.code === 'lane_is_per_line')
      return refuse('lane_is_per_line', `"${promotion.name}" is not`, 'stacking');
  }
  await sql`
    insert into pricing.lane (lane, name, stacking) values (${lane.lane}, ${lane.name}, ${lane.stacking})
    on conflict (lane) do update set name = excluded.name, stacking = excluded.stacking`.execute(tx);
  await raiseVersion(tx);
  return ok(lane);
}

/** The lanes, held until the transaction ends: saves of the rulebook happen one after the other. */
export async function lockRulebook(tx: Tx): Promise<Lane[]> {
  await sql`select from pricing.rulebook for update`.execute(tx);
  const { rows } = await sql<Lane>`select lane, name, stacking from pricing.lane order by lane`.execute(tx);
  return rows;
}

/** Whoever kept the rulebook reads it anew. */
export async function raiseVersion(tx: Tx): Promise<void> {
  await sql`update pricing.rulebook set version = version + 1`.execute(tx);
  await tell(tx, 'pricing.promotions_changed', {});
}

/** A lane where lines choose between promotions takes only what is worked out line by line. */
export function laneRefusal(
  lanes: readonly Lane[],
  draft: Pick<PromotionDraft, 'lane' | 'benefits'>,
): Refusal<'unknown_lane' | 'lane_is_per_line'> | undefined {
  const lane = lanes.find((one) => one.lane === draft.lane);
  if (lane === undefined) return refuse('unknown_lane', `there is no lane ${draft.lane}`, 'lane').refusal;
  if (lane.stacking !== 'best_per_line') return undefined;
  const index = draft.benefits.findIndex((benefit) => !isPerLine(benefit));
  const message = `in lane ${lane.lane} lines choose between promotions: only what is off each item can be in it`;
  return index < 0 ? undefined : refuse('lane_is_per_line', message, `benefits[${index}]`).refusal;
}
