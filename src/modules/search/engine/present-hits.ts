import { type CurrencyCode, money, parseId } from '../../../kernel/index.ts';
import type { ProductId } from '../../catalog/index.ts';
import type { SearchHit } from '../query.ts';
import type { Core } from './core.ts';

/** The cards of some slots, in a locale and currency. */
export function presentHits(
  core: Core,
  slots: Uint32Array,
  locale: string,
  currency: CurrencyCode,
): SearchHit[] {
  const prices = core.columns.prices.get(currency);
  return Array.from(slots, (slot) => {
    const card = core.cards.read(slot);
    const min = prices?.min[slot] ?? 0;
    const compareAt = card.compareAt[currency];
    return {
      productId: productIdAt(core, slot),
      handle: card.handle,
      title: card.titles[locale] ?? card.titles[core.locales[0] ?? ''] ?? Object.values(card.titles)[0] ?? '',
      brand: card.brand,
      price: money(BigInt(min), currency),
      compareAt: compareAt === undefined ? undefined : money(BigInt(compareAt), currency),
      isFrom: min !== prices?.max[slot],
      picture: card.picture,
      secondPicture: card.secondPicture,
      swatches: card.swatches,
      isBuyable: core.columns.isBuyable[slot] === 1,
      publishedAt:
        card.publishedAtMs === undefined
          ? undefined
          : Temporal.Instant.fromEpochMilliseconds(card.publishedAtMs),
      variantCount: card.variantCount,
    };
  });
}

function productIdAt(core: Core, slot: number): ProductId {
  const id = parseId<'product'>(core.columns.productId(slot));
  if (id === undefined) throw new RangeError(`slot ${slot} has no product id`);
  return id;
}
