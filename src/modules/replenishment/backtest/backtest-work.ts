import { z } from 'zod';
import { parseId } from '../../../kernel/index.ts';
import { runInThread } from '../../../platform/threads/index.ts';
import type { WorkKind, WorkOutcome } from '../../../platform/work/index.ts';
import type { AnalyticsClient } from '../../analytics/index.ts';
import { readShop } from '../../markets/index.ts';
import { type PolicyPart, policyFrom } from '../policy/policy.ts';
import { keyOf, readPolicyParts } from '../policy/store.ts';
import type { BacktestInput, BacktestResult } from './backtest.ts';
import { type BacktestId, keepBacktest } from './backtests-store.ts';
import { readReplayedItems, spanUntil } from './read-input.ts';

export const BACKTEST = 'replenishment.backtest';
export const PROGRAM = new URL('./replay-shop.thread.ts', import.meta.url);
/** The same lead times for everybody who compares policies. */
export const SEED = 7;

/** A policy that is not saved, as it travels to the worker. */
export type BacktestAsked = {
  readonly id: BacktestId;
  /** What is left out is as the shop has it. */
  readonly policy: Omit<PolicyPart, 'orderCostMinor' | 'budgetMinor' | 'storagePieces' | 'isOff'> & {
    /** Minor units, as text. */
    readonly orderCost?: string | undefined;
  };
  readonly days: number;
  readonly variants: number;
};

const share = z.number().min(0).max(5).optional();
const asked: z.ZodType<BacktestAsked> = z.object({
  id: z.string().transform((text, context) => {
    const id = parseId<'backtest'>(text);
    if (id === undefined) context.addIssue('no id of a backtest');
    return id ?? z.NEVER;
  }),
  policy: z.object({
    service: z
      .union([
        z.object({ kind: z.enum(['cycle', 'fill']), share: z.number() }),
        z.object({ kind: z.literal('cost') }),
      ])
      .optional(),
    ...{ holdingRate: share, substitutionShare: share, maxCoverDays: z.int().optional() },
    minMax: z.object({ min: z.int(), max: z.int() }).optional(),
    orderCost: z.string().regex(/^\d+$/).optional(),
  }),
  ...{ days: z.int(), variants: z.int() },
});

/** "Had you used this policy last year": replays the past in a thread and keeps what came of it. */
export function backtestWork(analytics: Pick<AnalyticsClient, 'readDemand'>): WorkKind<BacktestAsked> {
  return {
    name: BACKTEST,
    parse: (payload) => asked.parse(payload),
    run: async (
      { db, now, startedBy, report },
      { id, policy: given, days, variants },
    ): Promise<WorkOutcome> => {
      const [shop, parts] = await Promise.all([readShop(db), readPolicyParts(db)]);
      const { timeZone: zone, defaultCurrency: currency } = shop;
      const span = spanUntil(now.toZonedDateTimeISO(zone).toPlainDate(), days);
      const { orderCost, ...rest } = given;
      const part = { ...rest, orderCostMinor: orderCost === undefined ? undefined : BigInt(orderCost) };
      const policy = policyFrom([part, parts.get(keyOf({ kind: 'shop' })) ?? {}]);
      const found = await readReplayedItems({ db, analytics }, { span, variants, zone, currency, now });
      const total = found.items.length;
      if (total === 0) return { result: {}, failure: 'nothing was sold in these days' };
      if (!(await report({ done: 0, total }))) return { result: {} };
      const { before, length } = span;
      const input: BacktestInput = { items: found.items, before, length, policy, seed: SEED };
      const result = await runInThread<BacktestResult>(PROGRAM, input);
      const about = { id, policy, span, variants: total, withoutSupplier: found.withoutSupplier };
      await keepBacktest(db, { ...about, result, by: startedBy, now });
      await report({ done: total, total });
      return { result: { backtest: id, variants: total } };
    },
  };
}
