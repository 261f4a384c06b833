import type { Db } from '../../../platform/database/index.ts';
import { runInThread } from '../../../platform/threads/index.ts';
import type { AnalyticsClient } from '../../analytics/index.ts';
import { readShop } from '../../markets/index.ts';
import { policyFrom } from '../policy/policy.ts';
import { keepExperience, keyOf, readPolicyParts } from '../policy/store.ts';
import type { BacktestInput, BacktestResult } from './backtest.ts';
import { PROGRAM, SEED } from './backtest-work.ts';
import { readReplayedItems, spanUntil } from './read-input.ts';

/** What sells most of half a year says what comes of the shop's aims. */
const [VARIANTS, DAYS] = [500, 182];
/** Fewer goods say too little. */
const FEWEST = 10;

/**
 * Learns of the shop's past what comes of what its policy aims at, by a backtest of half a year; levels are drawn to it from then on.
 * Where levels are set by hand, or hardly anything is sold, what was learned before stays.
 */
export async function learnExperience(
  { db, analytics }: { readonly db: Db; readonly analytics: Pick<AnalyticsClient, 'readDemand'> },
  { now }: { readonly now: Temporal.Instant },
): Promise<void> {
  const [{ timeZone: zone, defaultCurrency: currency }, parts] = await Promise.all([
    readShop(db),
    readPolicyParts(db),
  ]);
  const policy = policyFrom([parts.get(keyOf({ kind: 'shop' })) ?? {}]);
  if (policy.minMax !== undefined) return;
  const span = spanUntil(now.toZonedDateTimeISO(zone).toPlainDate(), DAYS);
  const found = await readReplayedItems({ db, analytics }, { span, variants: VARIANTS, zone, currency, now });
  if (found.items.length < FEWEST) return;
  const { before, length } = span;
  const input: BacktestInput = { items: found.items, before, length, policy, seed: SEED };
  const { experience } = await runInThread<BacktestResult>(PROGRAM, input);
  await keepExperience(db, { factor: experience, variants: found.items.length, now });
}
