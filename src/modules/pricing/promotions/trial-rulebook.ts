import { idFrom, ok, type Refusal, type Result } from '../../../kernel/index.ts';
import { normaliseCode } from './code.ts';
import { laneRefusal } from './lanes.ts';
import { type PromotionDraft, parsePromotion } from './parse-promotion.ts';
import type { PromotionId } from './promotion.ts';
import type { PromotionRulebook, PromotionUsage } from './rulebook.ts';

/** What a promotion that nobody has saved yet is called in a quote. */
export const TRIAL_ID: PromotionId = idFrom<'promotion'>(0, new Uint8Array(10));

export type Trial = {
  readonly id: PromotionId;
  readonly draft: PromotionDraft;
  readonly rulebook: PromotionRulebook;
};

/**
 * The rulebook as it would be if this promotion were in force: in place of the one with `id`, or beside all others. For
 * trying it out; nothing is saved.
 */
export function trialRulebook(
  rulebook: PromotionRulebook,
  { id = TRIAL_ID, promotion }: { readonly id?: PromotionId | undefined; readonly promotion: unknown },
): Result<Trial, Refusal<'invalid' | 'unknown_lane' | 'lane_is_per_line'>> {
  const parsed = parsePromotion(promotion);
  if (!parsed.ok) return parsed;
  const refusal = laneRefusal(rulebook.lanes, parsed.value);
  if (refusal !== undefined) return { ok: false, refusal };
  const others = rulebook.promotions.filter((one) => one.id !== id);
  const promotions = [...others, { ...parsed.value, id }];
  return ok({ id, draft: parsed.value, rulebook: { ...rulebook, promotions } });
}

/** The usage as it would be if these codes were the promotion's, and nobody had used one. */
export function trialUsage(
  usage: PromotionUsage,
  { id, codes }: { readonly id: PromotionId; readonly codes: readonly string[] },
): PromotionUsage {
  const own = codes.map(
    (code) => [normaliseCode(code), { promotionId: id, used: 0, limit: undefined }] as const,
  );
  return { ...usage, codes: new Map([...usage.codes, ...own]) };
}
