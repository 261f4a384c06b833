import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { kpiOf } from './kpi.ts';
import { deleteTarget, keepChange, keepTarget, lockTargets, targetAt } from './store.ts';
import type { TargetKey, TargetRefusal } from './target.ts';

/** A cell of the sheet: what it is to be; `undefined`: no target. */
export type TargetCell = TargetKey & { readonly amount: bigint | undefined };

/**
 * Sets, changes and takes away targets, all of them or none: a row that was pasted. What stays as it is leaves no trace.
 *
 * @param input.markets codes of the markets that there are
 * @returns how many were changed
 */
export async function setTargets(
  tx: Tx,
  input: {
    readonly cells: readonly TargetCell[];
    readonly markets: readonly string[];
    readonly by: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<number, TargetRefusal>> {
  const { cells, markets, by, now } = input;
  for (const [index, cell] of cells.entries()) {
    const refused = refuseCell(cell, markets, `targets[${index}]`);
    if (refused !== undefined) return refused;
  }
  const keys = cells.map(keyOf);
  const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (twice >= 0) return refuse('set_twice', 'this target is set by a cell before', `targets[${twice}]`);
  await lockTargets(tx);
  let changed = 0;
  for (const { amount, ...key } of cells) {
    const kept = await targetAt(tx, key);
    if (kept?.amount === amount) continue;
    const id = kept?.id ?? newId<'target'>();
    if (amount === undefined) await deleteTarget(tx, id);
    else await keepTarget(tx, { ...key, id, amount, setBy: by, setAt: now });
    await keepChange(tx, key, { before: kept?.amount, after: amount, by, at: now });
    changed += 1;
  }
  return ok(changed);
}

function refuseCell(
  { kpi, market, currency, amount }: TargetCell,
  markets: readonly string[],
  field: string,
) {
  const { unit, isOfAllMarkets } = kpiOf(kpi);
  if (unit === 'money' && currency === undefined) {
    return refuse('currency_required', 'money has a currency', `${field}.currency`);
  }
  if (unit !== 'money' && currency !== undefined) {
    return refuse('currency_not_used', 'what is no money has no currency', `${field}.currency`);
  }
  // A market that is gone keeps its targets until they are taken away.
  if (amount === undefined || market === '') return undefined;
  if (isOfAllMarkets) {
    return refuse(
      'market_not_known',
      'what is spent on advertisements is not known by market',
      `${field}.market`,
    );
  }
  return markets.includes(market)
    ? undefined
    : refuse('invalid_market', `there is no market "${market}"`, `${field}.market`);
}

function keyOf({ kpi, market, currency, grain, startsOn }: TargetKey): string {
  return [kpi, market, currency, grain, startsOn.toString()].join(' ');
}
