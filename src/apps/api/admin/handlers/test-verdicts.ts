import { money } from '../../../../kernel/index.ts';
import type {
  PromotionId,
  PromotionRulebook,
  PromotionVerdict,
  Quote,
} from '../../../../modules/pricing/index.ts';
import { moneyOf } from '../../../../platform/api/index.ts';

/** Every promotion in the rulebook: what it took off, or why nothing; those whose code was not given among them. */
export function testVerdicts(
  quoted: Quote,
  { rulebook, trialId }: { readonly rulebook: PromotionRulebook; readonly trialId: PromotionId | undefined },
) {
  const told = new Set(quoted.verdicts.map(({ promotionId }) => promotionId));
  const silent = rulebook.promotions.filter(({ id }) => !told.has(id));
  return [
    ...quoted.verdicts.map((verdict) => ({
      ...{ promotionId: verdict.promotionId, name: verdict.name, code: verdict.code },
      ...{ isTrial: trialId !== undefined && verdict.promotionId === trialId, isApplied: verdict.isApplied },
      ...becauseOf(verdict, quoted),
    })),
    ...silent.map(({ id, name }) => ({
      ...{ promotionId: id, name, isTrial: id === trialId, isApplied: false, reason: 'code_not_given' },
    })),
  ];
}

function becauseOf(verdict: PromotionVerdict, { currency }: Quote) {
  const told = (minor: bigint) => moneyOf(money(minor, currency));
  if (verdict.isApplied) return { amount: told(verdict.amountMinor) };
  const { reason } = verdict;
  const base = { reason: reason.code };
  switch (reason.code) {
    case 'minimum_value':
      return { ...base, missing: told(reason.missingMinor) };
    case 'minimum_quantity':
      return { ...base, missingPieces: reason.missing };
    case 'better_promotion':
    case 'exclusive_promotion':
      return { ...base, otherPromotionId: reason.promotionId };
    case 'not_started':
      return { ...base, at: reason.startsAt.toString() };
    case 'ended':
      return { ...base, at: reason.endedAt.toString() };
    default:
      return base;
  }
}
