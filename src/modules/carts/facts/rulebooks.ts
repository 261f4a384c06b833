import type { Db } from '../../../platform/database/index.ts';
import { type PromotionRulebook, readPromotionRulebook } from '../../pricing/index.ts';
import { readShippingRulebook, type ShippingRulebook } from '../../shipping/index.ts';
import { readTaxRulebook, type TaxRulebook } from '../../taxes/index.ts';

export type RulebookSet = {
  readonly promotions: PromotionRulebook;
  readonly shipping: ShippingRulebook;
  readonly taxes: TaxRulebook;
};

/**
 * The rules of promotions, delivery and tax, kept parsed. Each time their versions are asked for, so that a cart is
 * never priced by rules that were changed: a memory, and no cache that could be stale.
 */
export class Rulebooks {
  #promotions: PromotionRulebook | undefined;
  #shipping: ShippingRulebook | undefined;
  #taxes: TaxRulebook | undefined;

  async read(db: Db): Promise<RulebookSet> {
    const [promotions, shipping, taxes] = await Promise.all([
      readPromotionRulebook(db, this.#promotions),
      readShippingRulebook(db, this.#shipping),
      readTaxRulebook(db, this.#taxes),
    ]);
    this.#promotions = promotions;
    this.#shipping = shipping;
    this.#taxes = taxes;
    return { promotions, shipping, taxes };
  }
}
