import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { demandOver } from '../forecast/demand-over.ts';
import { findAdjustment, insertAdjustment, markUndone } from '../store/adjustments.ts';
import { readForecastsIn } from '../store/forecasts.ts';
import type { Adjustment, AdjustmentDraft, AdjustmentId, AdjustmentRefusal } from './adjustment.ts';

const MOST_DAYS = 366;
const PAGE = 1_000;

/**
 * Changes what is expected in some days, with a reason. What they were expected to come to is kept with it, so that it can be
 * said later whether it helped.
 *
 * Refused where nothing is forecast of it (`not_found`), and where nothing is expected that many variants could share
 * (`nothing_to_change`).
 */
export async function saveAdjustment(
  tx: Tx,
  input: AdjustmentDraft & { readonly by: string; readonly now: Temporal.Instant },
): Promise<Result<Adjustment, AdjustmentRefusal>> {
  const { by, now, ...given } = input;
  const draft = { ...given, reason: given.reason.trim() };
  const refused = refusalOf(draft);
  if (refused !== undefined) return refused;
  const without = await expectedOf(tx, draft);
  if (without === undefined) return refuse('not_found', 'nothing is forecast of this', 'scopeId');
  const isOfMany = draft.scope !== 'variant';
  if (without <= 0 && (isOfMany || draft.change.kind === 'factor')) {
    return refuse('nothing_to_change', 'nothing is expected in these days', 'change');
  }
  const { change } = draft;
  const changed = change.kind === 'factor' ? without * change.factor : without + change.pieces;
  const adjustment: Adjustment = {
    ...{ ...draft, id: newId<'forecast_adjustment'>(), madeBy: by, madeAt: now, undone: undefined },
    score: { expectedWithout: without, expectedWith: Math.max(0, changed), actual: undefined },
  };
  await insertAdjustment(tx, adjustment);
  await tell(tx, 'forecasting.forecasts_adjusted', { adjustmentId: adjustment.id });
  return ok(adjustment);
}

/** Takes a change back; it stays in the list, as taken back. Doing it again does nothing. */
export async function undoAdjustment(
  tx: Tx,
  input: { readonly id: AdjustmentId; readonly by: string; readonly now: Temporal.Instant },
): Promise<Result<Adjustment, Refusal<'not_found'>>> {
  const isUndone = await markUndone(tx, input);
  const adjustment = await findAdjustment(tx, input.id);
  if (adjustment === undefined) return refuse('not_found', 'there is no such adjustment', 'id');
  if (isUndone) await tell(tx, 'forecasting.forecasts_adjusted', { adjustmentId: input.id });
  return ok(adjustment);
}

function refusalOf({ scope, scopeId, from, to, change, reason }: AdjustmentDraft) {
  const days = from.until(to, { largestUnit: 'days' }).days + 1;
  if (days < 1 || days > MOST_DAYS)
    return refuse('invalid_span', `a change is of 1 to ${MOST_DAYS} days`, 'to');
  if (reason === '' || reason.length > 500) return refuse('invalid_reason', 'it needs a reason', 'reason');
  if ((scope === 'shop') !== (scopeId === ''))
    return refuse('not_found', 'it is of the shop, or says of what', 'scopeId');
  const isFine =
    change.kind === 'factor'
      ? change.factor >= 0 && change.factor <= 100 && change.factor !== 1
      : Number.isInteger(change.pieces) && change.pieces !== 0 && Math.abs(change.pieces) <= 1_000_000;
  return isFine ? undefined : refuse('invalid_change', 'that changes nothing, or is no number', 'change');
}

/** What its days are expected to come to as things stand, with what others changed; `undefined`: of nothing that is forecast. */
async function expectedOf(
  db: Db,
  { scope, scopeId, from, to }: AdjustmentDraft,
): Promise<number | undefined> {
  const days = from.until(to, { largestUnit: 'days' }).days + 1;
  let [expected, after] = [0, ''];
  for (;;) {
    const forecasts = await readForecastsIn(db, { scope, scopeId, after, limit: PAGE });
    for (let day = 0; day < days; day += 365) {
      const span = { from: from.add({ days: day }), days: Math.min(365, days - day) };
      for (const forecast of forecasts) expected += demandOver(forecast, span).mean;
    }
    const last = forecasts.at(-1);
    if (last === undefined) return after === '' ? undefined : expected;
    after = last.variantId;
  }
}
