import { randomFor } from '../random.ts';
import type { WorldProduct } from './world.ts';

// What people buy with it: the other thing in the same hand.
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  vase: ['candle', 'planter'],
  lamp: ['rug', 'throw'],
  candle: ['vase', 'notebook'],
  planter: ['vase', 'apron'],
  mug: ['board', 'plate'],
  bowl: ['plate', 'board'],
  plate: ['bowl', 'glass'],
  glass: ['plate', 'board'],
  board: ['apron', 'bowl'],
  apron: ['board', 'pattern'],
  cushion: ['throw', 'rug'],
  throw: ['cushion', 'socks'],
  rug: ['cushion', 'lamp'],
  shirt: ['trousers', 'knit'],
  tee: ['trousers', 'shirt'],
  knit: ['scarf', 'beanie'],
  trousers: ['shirt', 'socks'],
  scarf: ['beanie', 'knit'],
  beanie: ['scarf', 'socks'],
  socks: ['beanie', 'knit'],
  tote: ['notebook', 'tee'],
  notebook: ['tote', 'mug'],
  pattern: ['apron', 'notebook'],
  set: ['candle', 'mug'],
};

/** Up to four of the same shelf as related, up to three of the shelves beside it as cross-sold. */
export function relate(products: readonly WorldProduct[], seed: number): WorldProduct[] {
  const shelves = Map.groupBy(products, (product) => product.family);
  return products.map((product) => {
    const random = randomFor(seed, `relations:${product.handle}`);
    const same = (shelves.get(product.family) ?? []).filter((other) => other.handle !== product.handle);
    const beside = (BESIDE[product.family] ?? []).flatMap((family) =>
      random.shuffled(shelves.get(family) ?? []).slice(0, 2),
    );
    return {
      ...product,
      related: random
        .shuffled(same)
        .slice(0, 4)
        .map((other) => other.handle),
      crossSold: beside.slice(0, 3).map((other) => other.handle),
    };
  });
}
