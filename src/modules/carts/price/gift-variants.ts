import { parseId } from '../../../kernel/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { PromotionRulebook } from '../../pricing/index.ts';

const known = new WeakMap<PromotionRulebook, readonly VariantId[]>();

/** What the promotions may give: found once a rulebook, which never changes. */
export function giftVariants(rulebook: PromotionRulebook): readonly VariantId[] {
  const found = known.get(rulebook) ?? search(rulebook);
  known.set(rulebook, found);
  return found;
}

function search({ promotions }: PromotionRulebook): readonly VariantId[] {
  const ids = promotions.flatMap(({ benefits }) =>
    benefits.flatMap((benefit) =>
      benefit.kind === 'gift' ? (parseId<'variant'>(benefit.variantId) ?? []) : [],
    ),
  );
  return [...new Set(ids)];
}
