import { fallbacksOf } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { readSellables, type VariantId } from '../../catalog/index.ts';
import { readGiftCards, readStoreCredit } from '../../credits/index.ts';
import { readAvailability } from '../../inventory/index.ts';
import { collectionsOf } from '../../merchandising/index.ts';
import {
  type Price,
  type Reduction,
  readListPrices,
  readPrices,
  readPromotionUsage,
  readReductions,
} from '../../pricing/index.ts';
import { type TaxContext, taxContext, taxContextOf } from '../../taxes/index.ts';
import type { Cart } from '../cart.ts';
import type { CartDeps } from '../deps.ts';
import { destinationOf } from '../price/cart-delivery.ts';
import type { CartFacts, CartGround, Shopper } from '../price/cart-facts.ts';
import { giftVariants } from '../price/gift-variants.ts';
import { withOwnHold } from '../price/own-hold.ts';
import { readShopper } from './read-shopper.ts';
import type { ShopGround } from './rulebooks.ts';

/** Everything that the cart's price depends on, in one turn of statements; a second one where prices are reduced. */
export async function readFacts(
  deps: CartDeps,
  cart: Cart,
  { markets, ...shop }: ShopGround,
  now: Temporal.Instant,
): Promise<CartFacts> {
  const { reads } = deps;
  const market = markets.find(({ code }) => code === cart.market);
  if (market === undefined) throw new RangeError(`the cart's market "${cart.market}" is gone`);
  const ground: CartGround = { ...shop, market };
  const { promotions } = ground.rulebooks;
  const variantIds = [...new Set([...cart.lines.map((line) => line.variantId), ...giftVariants(promotions)])];
  const usageOf = { rulebook: promotions, codes: cart.codes, customerId: cart.customerId };
  const [goods, usage, shopper, giftCards, storeCreditMinor] = await Promise.all([
    readGoods(reads, cart, variantIds, { now, today: now.toZonedDateTimeISO(ground.timeZone).toPlainDate() }),
    readPromotionUsage(reads, usageOf),
    readShopper(deps, cart.customerId),
    readGiftCards(
      reads,
      cart.giftCards.map(({ id }) => id),
      now,
    ),
    cart.customerId === undefined ? 0n : readStoreCredit(reads, cart.customerId, cart.currency),
  ]);
  const taxes = await readTaxes(reads, cart, { ground, shopper, now });
  const facts: CartFacts = { ...ground, ...goods, usage, shopper, giftCards, storeCreditMinor, taxes };
  return withOwnHold(facts, cart.hold, cart.currency);
}

type Goods = Pick<
  CartFacts,
  'sellables' | 'prices' | 'listPrices' | 'reductions' | 'availability' | 'collectionIds'
>;

async function readGoods(
  db: Db,
  { lines, locale, currency }: Cart,
  variantIds: readonly VariantId[],
  { now, today }: { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
): Promise<Goods> {
  const productIds = [...new Set(lines.map(({ productId }) => productId))];
  const [sellables, [prices, reductions], listPrices, plain, places] = await Promise.all([
    readSellables(db, variantIds, fallbacksOf(locale)),
    readOffers(db, variantIds, { currency, now }),
    readListPrices(db, variantIds, currency),
    readAvailability(db, variantIds, { mayBeBundles: false, today }),
    collectionsOf(db, productIds),
  ]);
  const bundles = [...sellables.values()].filter(({ kind }) => kind === 'bundle');
  const ofBundles = await readAvailability(
    db,
    bundles.map(({ variantId }) => variantId),
    { today },
  );
  return {
    sellables,
    prices,
    reductions,
    listPrices,
    availability: new Map([...plain, ...ofBundles]),
    collectionIds: new Map([...places].map(([id, all]) => [id, all.map(({ collectionId }) => collectionId)])),
  };
}

async function readOffers(
  db: Db,
  variantIds: readonly VariantId[],
  when: { readonly currency: Cart['currency']; readonly now: Temporal.Instant },
): Promise<[Map<VariantId, Price>, Map<VariantId, Reduction>]> {
  const prices = new Map<VariantId, Price>();
  for (const [variantId, all] of await readPrices(db, variantIds)) {
    const price = all.find(({ currency }) => currency === when.currency);
    if (price !== undefined) prices.set(variantId, price);
  }
  const reduced = [...prices.values()].filter(({ compareAtMinor }) => compareAtMinor !== undefined);
  if (reduced.length === 0) return [prices, new Map()];
  const reducedIds = reduced.map(({ variantId }) => variantId);
  return [prices, await readReductions(db, { variantIds: reducedIds, ...when })];
}

async function readTaxes(
  db: Db,
  cart: Cart,
  { ground, shopper, now }: { ground: CartGround; shopper: Shopper | undefined; now: Temporal.Instant },
): Promise<TaxContext> {
  const { isEstimate: _isEstimate, ...destination } = destinationOf(cart, ground);
  const { sellerCountry, rulebooks } = ground;
  const customer = { isExempt: shopper?.isTaxExempt ?? false };
  if (cart.vatId === '') return taxContextOf(rulebooks.taxes, { destination, sellerCountry, customer, now });
  const input = { destination, sellerCountry, customer: { ...customer, vatId: cart.vatId }, now };
  return taxContext(db, input, rulebooks.taxes);
}
