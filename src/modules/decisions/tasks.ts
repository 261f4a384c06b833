import { z } from 'zod';
import { parseId } from '../../kernel/index.ts';
import { type Tx, transact } from '../../platform/database/index.ts';
import { type Cron, enqueueMany, type Job } from '../../platform/jobs/index.ts';
import { mergeLists, type Reaction } from '../../platform/outbox/index.ts';
import type { Reached } from '../markets/index.ts';
import type { DecisionId } from './decision.ts';
import { applyByMandate } from './engine/apply-by-mandate.ts';
import { tidyDecisions } from './engine/expire.ts';
import { lookFor } from './engine/look.ts';
import { APPLY } from './engine/offer.ts';
import { type Kinds, kindOf } from './registry.ts';
import { scoreKind } from './score/score-kind.ts';

export type DecisionsDeps = {
  readonly kinds: Kinds;
  /** Where letters lead back to. */
  readonly reached: Reached;
};

const [PROPOSE, LOOK, SCORE, SCORE_KIND] = [
  ...(['decisions.propose', 'decisions.look', 'decisions.score', 'decisions.score_kind'] as const),
];
/** What failed is looked at again within the hour anyway. */
const ATTEMPTS = 2;
/** Of what happens often one look in so many minutes. */
const GATHERED_MINUTES = 10;

/** The work of decisions: each kind has jobs of its own, so that one that fails stops no other. */
export function decisionsJobs({ kinds, reached }: DecisionsDeps): readonly Job[] {
  const forEach = (name: string) => (tx: Tx) =>
    enqueueMany(
      tx,
      name,
      [...kinds.keys()].map((kind) => ({ payload: { kind }, key: `${name}:${kind}`, priority: 10 })),
    );
  const propose: Job<typeof PROPOSE, undefined> = {
    name: PROPOSE,
    parse: () => undefined,
    run: ({ db, now }) =>
      transact(db, async (tx) => {
        await tidyDecisions(tx, now);
        await forEach(LOOK)(tx);
      }),
  };
  const look: Job<typeof LOOK, string> = {
    name: LOOK,
    parse: kindIn,
    maxAttempts: ATTEMPTS,
    run: async ({ db, now }, kind) => void (await lookFor(db, kindOf(kinds, kind), now)),
  };
  const apply: Job<typeof APPLY, DecisionId> = {
    name: APPLY,
    parse: decisionIn,
    run: async ({ db, now }, id) => void (await applyByMandate(db, kinds, { id, now })),
  };
  const score: Job<typeof SCORE, undefined> = {
    name: SCORE,
    parse: () => undefined,
    run: ({ db }) => transact(db, forEach(SCORE_KIND)),
  };
  const scoreOne: Job<typeof SCORE_KIND, string> = {
    name: SCORE_KIND,
    parse: kindIn,
    run: async ({ db, now }, kind) => void (await scoreKind(db, kindOf(kinds, kind), { now, reached })),
  };
  return [propose, look, apply, score, scoreOne];
}

export const decisionsCrons: readonly Cron[] = [
  { name: PROPOSE, schedule: '11 * * * *', job: PROPOSE },
  { name: SCORE, schedule: '23 5 * * *', job: SCORE },
];

/** Facts changed: it is looked again soon, and not more than once in ten minutes however much changes. */
async function lookSoon(tx: Tx, { toldAt }: { readonly toldAt: Temporal.Instant }): Promise<void> {
  const length = GATHERED_MINUTES * 60_000;
  const end = Math.ceil((toldAt.epochMilliseconds + 1) / length) * length;
  const runAt = Temporal.Instant.fromEpochMilliseconds(end);
  await enqueueMany(tx, PROPOSE, [{ payload: {}, key: `${PROPOSE}:${end}`, runAt, priority: 10 }]);
}

export const decisionsReactions: readonly Reaction[] = [
  { name: 'decisions.levels', topic: 'inventory.levels_changed', run: lookSoon, merge: mergeLists },
  { name: 'decisions.prices', topic: 'pricing.prices_changed', run: lookSoon, merge: mergeLists },
  { name: 'decisions.needs', topic: 'replenishment.needs_reviewed', run: lookSoon },
];

function kindIn(payload: unknown): string {
  return z.object({ kind: z.string() }).parse(payload).kind;
}

function decisionIn(payload: unknown): DecisionId {
  const id = parseId<'decision'>(z.object({ decisionId: z.string() }).parse(payload).decisionId);
  if (id === undefined) throw new RangeError('a job to apply a decision names none');
  return id;
}
