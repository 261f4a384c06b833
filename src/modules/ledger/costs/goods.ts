import type { CurrencyCode } from '../../../kernel/index.ts';
import type { VariantId } from '../store/cost-levels.ts';

/** Pieces of a variant. */
export type Goods = { readonly variantId: VariantId; readonly quantity: number };

/** What every verb of goods is told: costs are kept in one currency of the shop's, whatever was sold in. */
export type GoodsEvent = {
  readonly currency: CurrencyCode;
  /** Unique for what happened: the id of the receipt, parcel, return or count. */
  readonly reference: string;
  readonly now: Temporal.Instant;
};

export function assertPieces(quantity: number): bigint {
  if (!Number.isInteger(quantity) || quantity < 1) throw new RangeError(`${quantity} is no number of pieces`);
  return BigInt(quantity);
}

export function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
