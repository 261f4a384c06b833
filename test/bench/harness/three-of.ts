import type { VariantId } from '../../../src/modules/catalog/index.ts';

/** Three goods for the n-th checkout: others each time, in an order that repeats from run to run. */
export function threeOf(goods: readonly VariantId[], number: number): VariantId[] {
  return [7, 11, 13].flatMap((step, place) => goods[(number * step + place * 100) % goods.length] ?? []);
}
