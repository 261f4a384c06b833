import { type Random, randomFor } from '../../random.ts';
import type { WorldProduct } from '../../world/world.ts';
import { type Good, shelfOf } from '../shelf.ts';
import { TRUTHS } from '../truths.ts';
import { shownOf } from './terms.ts';

/** Pieces that such a shop sells on an ordinary day at the end of its past. */
const PIECES_A_DAY = 27;
/** A level at which shoppers are told that few are left. */
const MOST_LOW = 4;

/**
 * Puts on the shelves what lies there on the first day: as many days' worth as a shop keeps of goods this popular, of the others as many
 * as it wants to show. A shop has hits that run out, slow sellers that pile up, and mostly neither.
 */
export function withStock(products: readonly WorldProduct[], seed: number): WorldProduct[] {
  const { goods } = shelfOf({ products }, TRUTHS, seed);
  const all = goods.reduce((sum, { popularity }) => sum + popularity, 0);
  const byHandle = new Map(goods.map((good) => [good.handle, good]));
  const rateOf = (good: Good | undefined) =>
    good === undefined ? 0 : ((good.popularity / all) * PIECES_A_DAY) / good.variants.length;
  return products.map((product) => {
    const { handle, draft } = product;
    if (draft.kind === 'bundle' || draft.kind === 'digital') return product;
    const random = randomFor(seed, `stock:${handle}`);
    const mood = moodOf(random);
    const rate = rateOf(byHandle.get(handle));
    const variants = product.variants.map((variant) => {
      const shown = shownOf(Number(variant.cost?.minor ?? 0n));
      const onHand = onHandOf(random, { mood, rate, shown });
      return {
        ...variant,
        onHand,
        lowStockAt: Math.min(MOST_LOW, Math.max(1, shown - 1 + Math.round(rate * 7))),
      };
    });
    return { ...product, variants };
  });
}

function moodOf(random: Random): number {
  const luck = random.next();
  if (luck < 0.03) return 0;
  if (luck < 0.12) return 0.25;
  return luck > 0.92 ? random.between(2.5, 5) : random.between(0.7, 1.4);
}

function onHandOf(
  random: Random,
  { mood, rate, shown }: { readonly mood: number; readonly rate: number; readonly shown: number },
): number {
  if (mood === 0 || random.chance(0.03)) return 0;
  return Math.max(1, Math.round(mood * (shown * random.between(0.8, 2.2) + rate * random.between(20, 50))));
}
