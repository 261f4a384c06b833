import type { Id } from '../../../src/kernel/index.ts';
import {
  claimPromotions,
  type PromotionId,
  type PromotionRulebook,
  type PromotionVerdict,
  readPromotionUsage,
  releasePromotions,
} from '../../../src/modules/pricing/index.ts';
import { type Db, transact, transactOrRefuse } from '../../../src/platform/database/index.ts';
import { newId } from '../../../src/platform/id.ts';
import { EUR } from '../../selling/open-shop.ts';
import type { Model } from './linearize.ts';
import type { Subject } from './play.ts';

const now = Temporal.Instant.from('2026-11-27T08:00:00Z');

export type PromotionAsked =
  | { readonly verb: 'claim'; readonly orderId: Id<'order'>; readonly amountMinor: number }
  | { readonly verb: 'release'; readonly orderId: Id<'order'> }
  | { readonly verb: 'read' };

export type PromotionAnswered =
  | { readonly kind: 'done' | 'used_up' }
  | { readonly kind: 'usage'; readonly uses: number; readonly spent: number };

type State = { readonly claims: Readonly<Record<string, number>> };
export type PromotionSubject = Subject<State, PromotionAsked, PromotionAnswered>;

export type PromotionVerbs = { readonly claim: typeof claimPromotions };

const VERBS: PromotionVerbs = { claim: claimPromotions };

export type LimitedPromotion = {
  readonly id: PromotionId;
  readonly rulebook: PromotionRulebook;
  readonly uses: number;
  readonly budgetMinor: number;
};

/** A promotion with a limit of uses and a budget, which orders claim and give back. */
export function promotionSubject(
  db: Db,
  promotion: LimitedPromotion,
  verbs: PromotionVerbs = VERBS,
): PromotionSubject {
  const { id: promotionId, rulebook } = promotion;
  const claim = async (orderId: Id<'order'>, amountMinor: number) => {
    const quote = { currency: EUR, verdicts: [appliedOf(promotionId, amountMinor)] };
    return transactOrRefuse(db, (tx) => verbs.claim(tx, { quote, orderId, now }));
  };
  return {
    model: { initial: { claims: {} }, step: stepOf(promotion), keyOf: (state) => JSON.stringify(state) },
    draw: (chance, answered) => {
      const orders = answered.flatMap(({ input }) => (input.verb === 'claim' ? [input.orderId] : []));
      const verb = chance.oneOf(['claim', 'claim', 'claim', 'release', 'release', 'read']);
      const orderId = chance.anyOf(orders);
      if (verb === 'release' && orderId !== undefined) return { verb, orderId };
      if (verb === 'read') return { verb };
      return { verb: 'claim', orderId: newId(), amountMinor: chance.whole(1, 4) * 100 };
    },
    act: async (asked) => {
      if (asked.verb === 'claim') {
        return { kind: (await claim(asked.orderId, asked.amountMinor)).ok ? 'done' : 'used_up' };
      }
      if (asked.verb === 'release') {
        await transact(db, (tx) => releasePromotions(tx, { orderId: asked.orderId, now }));
        return { kind: 'done' };
      }
      const usage = (await readPromotionUsage(db, { rulebook, codes: [] })).promotions.get(promotionId);
      return { kind: 'usage', uses: usage?.used ?? 0, spent: Number(usage?.spentMinor.get(EUR) ?? 0n) };
    },
  };
}

/** What a quote says of a promotion that took so much off. */
export function appliedOf(promotionId: PromotionId, amountMinor: number): PromotionVerdict {
  const amount = BigInt(amountMinor);
  return { isApplied: true, promotionId, name: 'fire', amountMinor: amount, lines: [], deliveryMinor: 0n };
}

function stepOf({
  uses,
  budgetMinor,
}: LimitedPromotion): Model<State, PromotionAsked, PromotionAnswered>['step'] {
  return ({ claims }, asked, answer) => {
    const amounts = Object.values(claims);
    const spent = amounts.reduce((sum, amount) => sum + amount, 0);
    switch (asked.verb) {
      case 'read': {
        const isSo = answer?.kind !== 'usage' || (answer.uses === amounts.length && answer.spent === spent);
        return isSo ? { claims } : undefined;
      }
      case 'claim': {
        const isLeft = amounts.length < uses && spent + asked.amountMinor <= budgetMinor;
        if (answer?.kind === 'used_up') return isLeft ? undefined : { claims };
        return isLeft ? { claims: sorted({ ...claims, [asked.orderId]: asked.amountMinor }) } : undefined;
      }
      case 'release': {
        const { [asked.orderId]: gone, ...others } = claims;
        return gone === undefined ? { claims } : { claims: others };
      }
    }
  };
}

function sorted(claims: State['claims']): State['claims'] {
  return Object.fromEntries(Object.entries(claims).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
