import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Kinds } from '../registry.ts';
import { type Mandate, type MandateDraft, type MandateRefusal, noMandate } from './mandate.ts';
import { releaseQueued } from './stop.ts';
import { lockMandate, readMandates, upsertMandate } from './store.ts';

/**
 * Sets what may be done without asking. A mandate without any limit on money, number or share is refused: it would be
 * everything. What the rule before had approved and is not done yet is asked for again.
 */
export async function saveMandate(
  tx: Tx,
  kinds: Kinds,
  given: MandateDraft & {
    readonly expectedVersion: bigint;
    readonly by: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Mandate, MandateRefusal>> {
  const { kind, rule, limits, expectedVersion, by, now } = given;
  if (!kinds.has(kind)) return refuse('unknown_kind', `there are no decisions called ${kind}`, 'kind');
  const { mostMinor, weekMinor, weekCount } = limits;
  if (rule === 'within' && (mostMinor === undefined || (weekMinor ?? weekCount) === undefined)) {
    return refuse('no_limit', 'a mandate has a limit for one decision and one for a week', 'limits');
  }
  if (mostMinor !== undefined && weekMinor !== undefined && weekMinor < mostMinor) {
    return refuse('invalid_limit', 'a week may not be less than one decision', 'limits.week');
  }
  const before = await lockMandate(tx, kind);
  if (before.version !== expectedVersion) {
    return refuse('version_changed', 'somebody has changed this mandate since you looked', 'version');
  }
  await upsertMandate(tx, given, { by, now });
  await releaseQueued(tx, { by, now, why: 'mandate_changed', kind });
  return ok((await readMandates(tx)).get(kind) ?? noMandate(kind));
}
