import type { PromotionId } from '../promotions/promotion.ts';

/** Whether a promotion or a code applied, and how much it took off or why it did not. */
export type PromotionVerdict = AppliedPromotion | RefusedPromotion;

export type AppliedPromotion = {
  readonly isApplied: true;
  readonly promotionId: PromotionId;
  readonly name: string;
  /** Normalised: capitals without spaces and hyphens. */
  readonly code?: string | undefined;
  /** What it took off lines and delivery together. */
  readonly amountMinor: bigint;
  readonly lines: readonly { readonly lineId: string; readonly amountMinor: bigint }[];
  readonly deliveryMinor: bigint;
};

export type RefusedPromotion = {
  readonly isApplied: false;
  /** Undefined for a code that nobody knows. */
  readonly promotionId?: PromotionId | undefined;
  readonly name?: string | undefined;
  readonly code?: string | undefined;
  readonly reason: WhyNot;
};

/** A closed set; `code` is the translation key. */
export type WhyNot =
  | { readonly code: 'unknown_code' }
  | { readonly code: 'code_used_up' }
  /** Another code of the same promotion was given too. */
  | { readonly code: 'other_code_used' }
  | { readonly code: 'not_started'; readonly startsAt: Temporal.Instant }
  | { readonly code: 'ended'; readonly endedAt: Temporal.Instant }
  | { readonly code: 'not_at_this_time' }
  | { readonly code: 'other_market' }
  | { readonly code: 'sign_in_needed' }
  | { readonly code: 'not_in_segment' }
  | { readonly code: 'not_first_order' }
  | { readonly code: 'used_up' }
  | { readonly code: 'used_up_by_customer' }
  | { readonly code: 'budget_spent' }
  | { readonly code: 'not_in_currency' }
  | { readonly code: 'no_goods' }
  | { readonly code: 'minimum_quantity'; readonly missing: number }
  | { readonly code: 'minimum_value'; readonly missingMinor: bigint }
  | { readonly code: 'no_delivery' }
  | { readonly code: 'gift_unavailable'; readonly variantId: string }
  | { readonly code: 'nothing_left' }
  | { readonly code: 'better_promotion'; readonly promotionId: PromotionId }
  | { readonly code: 'exclusive_promotion'; readonly promotionId: PromotionId };
