import type { Adjustment, NeedReason } from './need.ts';

/** The quantity that is left of what a need is by itself, and why. */
export function adjustedQuantity(
  own: number,
  adjustment: Adjustment | undefined,
): { readonly quantity: number; readonly reasons: readonly NeedReason[] } {
  if (adjustment === undefined) return { quantity: own, reasons: [] };
  const { why, pieces } = adjustment;
  const numbers = { wanted: own };
  if (why === 'waits') {
    return own === 0 ? { quantity: 0, reasons: [] } : { quantity: 0, reasons: [{ kind: 'waits', numbers }] };
  }
  if (why === 'filled') {
    return own >= pieces
      ? { quantity: own, reasons: [] }
      : { quantity: pieces, reasons: [{ kind: 'filled', numbers }] };
  }
  return own <= pieces
    ? { quantity: own, reasons: [] }
    : { quantity: pieces, reasons: [{ kind: 'limited', numbers }] };
}
