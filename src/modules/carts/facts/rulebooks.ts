import { type Db, readRevisions } from '../../../platform/database/index.ts';
import { readMarkets, readShop } from '../../markets/index.ts';
import { readPromotionRulebook } from '../../pricing/index.ts';
import { readShippingRulebook } from '../../shipping/index.ts';
import { readTaxRulebook } from '../../taxes/index.ts';
import type { CartGround, RulebookSet } from '../price/cart-facts.ts';

/** What does not depend on the cart. */
export type ShopGround = Omit<CartGround, 'market'> & { readonly markets: readonly CartGround['market'][] };

/**
 * The shop, its markets, and the rules of promotions, delivery and tax, kept parsed. Each time their revisions are asked
 * for, so that a cart is never priced by what was changed: a memory, and no cache that could be stale.
 */
export class Rulebooks {
  #kept: { readonly revisions: string; readonly ground: ShopGround } | undefined;

  async readGround(db: Db): Promise<ShopGround> {
    // The revisions first: a change in between makes the next reader read again, never keep what is old.
    const revisions = await readRevisions(db);
    if (this.#kept?.revisions === revisions) return this.#kept.ground;
    const ground = await readAll(db);
    this.#kept = { revisions, ground };
    return ground;
  }

  async read(db: Db): Promise<RulebookSet> {
    return (await this.readGround(db)).rulebooks;
  }
}

async function readAll(db: Db): Promise<ShopGround> {
  const [shop, markets, promotions, shipping, taxes] = await Promise.all([
    readShop(db),
    readMarkets(db),
    readPromotionRulebook(db),
    readShippingRulebook(db),
    readTaxRulebook(db),
  ]);
  return {
    markets,
    timeZone: shop.timeZone,
    sellerCountry: shop.country || (markets[0]?.countries[0] ?? ''),
    rulebooks: { promotions, shipping, taxes },
  };
}
