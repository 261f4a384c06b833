import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { DecisionId } from '../decision.ts';
import { weighed } from '../engine/offer.ts';
import { type Kinds, kindOf } from '../registry.ts';
import { readDecisions } from '../store/decisions.ts';
import { checkMandate, type Spent, WEEK_HOURS, type WhyAsked } from './check.ts';
import { type MandateDraft, noMandate } from './mandate.ts';

/** What a mandate would have done, had it been there. */
export type Trial = {
  readonly days: number;
  readonly proposed: number;
  readonly done: readonly DecisionId[];
  readonly amountMinor: bigint;
  readonly valueMinor: bigint;
  /** Of those that it would have asked about, how many for which reason. */
  readonly asked: Readonly<Partial<Record<WhyAsked, number>>>;
};

const TRIAL_DAYS = 28;
const MOST = 1_000;

/** Replays the proposals of the last four weeks under a mandate that is not there; writes nothing. */
export async function tryMandate(
  db: Db,
  kinds: Kinds,
  {
    draft,
    now,
    zone,
  }: { readonly draft: MandateDraft; readonly now: Temporal.Instant; readonly zone: string },
): Promise<Trial> {
  const kind = kindOf(kinds, draft.kind);
  const since = now.subtract({ hours: 24 * TRIAL_DAYS });
  const all = await readDecisions(db, { kind: draft.kind, limit: MOST });
  const superseded = await selectSuperseded(db, draft.kind);
  const recent = all.filter(
    ({ proposedAt, id }) => Temporal.Instant.compare(proposedAt, since) >= 0 && !superseded.has(id),
  );
  const mandate = { ...noMandate(draft.kind), ...draft, rule: draft.rule, isDryRun: false };
  const done: { id: DecisionId; at: Temporal.Instant; amountMinor: bigint; valueMinor: bigint }[] = [];
  const asked: Partial<Record<WhyAsked, number>> = {};
  for (const decision of recent.toReversed()) {
    const at = decision.proposedAt;
    const spent = spentIn(done, at);
    const one = weighed(kind, decision);
    const verdict = checkMandate(mandate, one, { spent, isStopped: false, now: at, zone });
    if (verdict.may) {
      done.push({ id: decision.id, at, amountMinor: one.amountMinor, valueMinor: one.valueMinor });
    } else asked[verdict.why] = (asked[verdict.why] ?? 0) + 1;
  }
  return {
    ...{ days: TRIAL_DAYS, proposed: recent.length, done: done.map(({ id }) => id), asked },
    amountMinor: done.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    valueMinor: done.reduce((sum, { valueMinor }) => sum + valueMinor, 0n),
  };
}

function spentIn(
  done: readonly { readonly at: Temporal.Instant; readonly amountMinor: bigint }[],
  now: Temporal.Instant,
): Spent {
  const since = now.subtract({ hours: WEEK_HOURS });
  const recent = done.filter(({ at }) => Temporal.Instant.compare(at, since) > 0);
  return { amountMinor: recent.reduce((sum, one) => sum + one.amountMinor, 0n), count: recent.length };
}

/** Those whose facts were others soon after: they would not be done twice. */
async function selectSuperseded(db: Db, kind: string): Promise<Set<string>> {
  const { rows } = await sql<{ supersedes: string }>`
    select supersedes::text from decisions.decision where kind = ${kind} and supersedes is not null`.execute(
    db,
  );
  return new Set(rows.map(({ supersedes }) => supersedes));
}
