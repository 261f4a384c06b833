import type { NeedFacts, NeedReason } from './need.ts';

/** The quantity that is left of what a need is by itself, and why. */
export function adjustedQuantity(
  own: number,
  { adjustment, source }: Pick<NeedFacts, 'adjustment' | 'source'>,
): { readonly quantity: number; readonly reasons: readonly NeedReason[] } {
  if (adjustment === undefined) return { quantity: own, reasons: [] };
  const { why, pieces } = adjustment;
  const isOfPieces = why === 'filled_pieces' || why === 'waits_pieces';
  const reason: NeedReason = {
    kind: why,
    numbers: isOfPieces ? { wanted: own, minimum: source.orderMinimumPieces } : { wanted: own },
  };
  const isFilled = why === 'filled' || why === 'filled_pieces';
  const quantity = isFilled ? Math.max(own, pieces) : Math.min(own, pieces);
  return { quantity, reasons: quantity === own ? [] : [reason] };
}
