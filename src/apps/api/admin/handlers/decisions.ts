import { money, ok, refuse } from '../../../../kernel/index.ts';
import {
  attentionOf,
  builtInKinds,
  type Decision,
  isOpen,
  ranked,
  readDecision,
  readDecisions,
  readLooks,
  readMandates,
  readOpen,
  readSetting,
  readSteps,
} from '../../../../modules/decisions/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import { type Caller, type Handlers, moneyOf } from '../../../../platform/api/index.ts';
import { enqueue } from '../../../../platform/jobs/index.ts';
import type { decisionEndpoints } from '../contract/decisions.ts';
import type { AdminDeps } from '../deps.ts';
import { decisionActHandlers } from './decision-acts.ts';
import { decisionAnswer, wholeAnswer } from './decision-answers.ts';
import { decisionScore } from './decision-score.ts';

type Looks = Awaited<ReturnType<typeof readLooks>>;

/** Kinds look at the same goods: each is named once, and there are at least as many as the kind that found most. */
function costUnknownIn(looks: Looks) {
  const named = new Map(looks.flatMap(({ costUnknown }) => costUnknown.of.map((one) => [one.id, one])));
  const most = Math.max(0, ...looks.map(({ costUnknown }) => costUnknown.count));
  return { count: Math.max(most, named.size), of: [...named.values()] };
}

const PAGE = 50;
const BEST = 3;

/** What is worth deciding, and what became of it. */
export function decisionHandlers(deps: AdminDeps): Handlers<typeof decisionEndpoints> {
  const { reads, system } = deps;
  const kinds = builtInKinds(system.analytics);
  const answer = (decision: Decision, caller: Caller) =>
    decisionAnswer(decision, { caller, kind: kinds.get(decision.kind) });
  const readRanked = async (now: Temporal.Instant, kind?: string) => {
    const [open, { timeZone: zone }] = await Promise.all([readOpen(reads, kind), readShop(reads)]);
    return ranked(open, { now, zone });
  };
  return {
    ...decisionActHandlers(deps),
    listDecisions: async ({ query: { state, kind, isByMandate, before, limit = PAGE }, caller, now }) => {
      if (state === undefined && isByMandate !== true) {
        const open = await readRanked(now, kind);
        return ok({ items: open.map((one) => answer(one, caller)), hasMore: false });
      }
      const states = state === undefined ? undefined : [state];
      const found = await readDecisions(reads, { states, kind, isByMandate, before, limit: limit + 1 });
      const items = found.slice(0, limit).map((one) => answer(one, caller));
      return ok({ items, hasMore: found.length > limit });
    },
    countDecisions: async ({ caller, now }) => {
      const [open, mandates, { stopped, economics }, { defaultCurrency }, looks] = await Promise.all([
        ...([readRanked(now), readMandates(reads), readSetting(reads), readShop(reads)] as const),
        readLooks(reads),
      ]);
      const amount = (minor: bigint) => moneyOf(money(minor, defaultCurrency));
      const worthMinor = open.reduce((sum, { predicted }) => sum + predicted.valueMinor, 0n);
      const lost = [...mandates.values()].filter((mandate) => mandate.lost !== undefined);
      return ok({
        ...{ open: open.length, worth: amount(worthMinor) },
        best: open.slice(0, BEST).map((one) => answer(one, caller)),
        ...{ isStopped: stopped !== undefined, lost: lost.map(({ kind }) => kind) },
        leftOut: {
          count: looks.reduce((sum, { leftOut }) => sum + leftOut.count, 0),
          worth: amount(looks.reduce((sum, { leftOut }) => sum + leftOut.valueMinor, 0n)),
          attention: amount(attentionOf(economics, defaultCurrency)),
        },
        costUnknown: costUnknownIn(looks),
      });
    },
    readDecision: async ({ params: { id }, caller, now }) => {
      const decision = await readDecision(reads, id);
      if (decision === undefined) return refuse('not_found', 'there is no such decision', 'id');
      const [steps, { timeZone: zone }] = await Promise.all([readSteps(reads, id), readShop(reads)]);
      const [open] = isOpen(decision.state) ? ranked([decision], { now, zone }) : [];
      return ok(wholeAnswer(open ?? decision, steps, { caller, kind: kinds.get(decision.kind) }));
    },
    lookForDecisions: async ({ tx }) => {
      await enqueue(tx, 'decisions.propose', {}, { key: 'decisions.propose:asked' });
      return ok({ isAsked: true });
    },
    readDecisionScore: async () => ok({ kinds: await decisionScore(reads, kinds) }),
  };
}
