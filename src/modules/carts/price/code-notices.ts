import type { PromotionVerdict, Quote, WhyNot } from '../../pricing/index.ts';
import type { CartNotice } from '../priced-cart.ts';

/** Reasons that a shopper can do something about; of all others a code is not valid, so that guessing learns nothing. */
const TOLD: ReadonlySet<WhyNot['code']> = new Set([
  ...(['minimum_quantity', 'minimum_value', 'no_goods', 'no_delivery', 'gift_unavailable'] as const),
  ...(['nothing_left', 'better_promotion', 'exclusive_promotion'] as const),
]);

/** The quote as a shopper may see it: a code that does not apply for a reason of the shop's own is an unknown code. */
export function withoutSecrets(quote: Quote): Quote {
  return { ...quote, verdicts: quote.verdicts.map(discreet) };
}

export function codeNotices(verdicts: readonly PromotionVerdict[]): CartNotice[] {
  return verdicts.flatMap((verdict) => {
    if (verdict.isApplied || verdict.code === undefined) return [];
    const { code } = discreetReason(verdict.reason);
    return [
      { kind: 'code_refused', code: verdict.code, reason: code === 'unknown_code' ? 'not_valid' : code },
    ];
  });
}

function discreet(verdict: PromotionVerdict): PromotionVerdict {
  if (verdict.isApplied || verdict.code === undefined || TOLD.has(verdict.reason.code)) return verdict;
  return { isApplied: false, code: verdict.code, reason: { code: 'unknown_code' } };
}

function discreetReason(reason: WhyNot): WhyNot {
  return TOLD.has(reason.code) ? reason : { code: 'unknown_code' };
}
