import type { VariantId } from '../../catalog/index.ts';
import type { LocationId, MovementReason } from '../level.ts';
import type { Move } from '../store/levels.ts';
import { type Missing, openQuantity, type Transfer } from './transfer.ts';

export type Receipt = {
  /** What has come this time. */
  readonly lines: readonly { readonly variantId: VariantId; readonly received: number }[];
  /** Given with the last of it: what becomes of what has not come. */
  readonly missing: Missing | undefined;
};

export type PlannedReceipt = {
  /** In the order in which they are kept; no level twice in one step. */
  readonly steps: readonly { readonly reason: MovementReason; readonly moves: readonly Move[] }[];
  readonly received: ReadonlyMap<VariantId, number>;
  readonly isClosed: boolean;
  readonly missingPieces: number;
};

/**
 * The movements that a receipt is. Over all places the movements `transfer` of one that is closed sum to zero for each
 * variant, as many in as went out; what was lost or packed too much is a `correction` of its own beside them.
 *
 * @example
 * // 10 sent, 8 have come, the other 2 are lost: +10 transfer, -2 correction, both at the destination.
 */
export function planReceipt(transfer: Transfer, { lines, missing }: Receipt): PlannedReceipt {
  const come = new Map<VariantId, number>();
  for (const { variantId, received } of lines) {
    come.set(variantId, (come.get(variantId) ?? 0) + received);
  }
  const after = transfer.lines.map((line) => ({ ...line, now: come.get(line.variantId) ?? 0 }));
  const isAll = after.every((line) => line.now >= openQuantity(line));
  const isClosed = missing !== undefined || isAll;
  const rows = after.map((line) => {
    const open = openQuantity(line);
    const arrived = Math.min(line.now, open);
    return { ...line, arrived, surplus: line.now - arrived, lacking: isClosed ? open - arrived : 0 };
  });
  const at = (locationId: LocationId, of: (row: (typeof rows)[number]) => number): Move[] =>
    rows.flatMap((row) => {
      const quantity = of(row);
      return quantity === 0 ? [] : [{ variantId: row.variantId, locationId, quantity }];
    });
  const isBack = missing === 'back';
  const steps = [
    {
      reason: 'transfer' as const,
      moves: at(transfer.toId, (row) => row.arrived + (isBack ? 0 : row.lacking)),
    },
    { reason: 'transfer' as const, moves: at(transfer.fromId, (row) => (isBack ? row.lacking : 0)) },
    {
      reason: 'correction' as const,
      moves: at(transfer.toId, (row) => row.surplus - (isBack ? 0 : row.lacking)),
    },
  ];
  return {
    steps: steps.filter(({ moves }) => moves.length > 0),
    received: new Map(rows.map((row) => [row.variantId, row.received + row.now])),
    isClosed,
    missingPieces: rows.reduce((sum, row) => sum + row.lacking, 0),
  };
}
