import type { Promising } from '../beyond-stock.ts';

/** A policy's columns that say what may be promised; a variant without a policy has the defaults. */
export type PromisingRow = {
  is_tracked: boolean;
  may_backorder: boolean;
  backorder_limit: number | null;
  is_preorder: boolean;
  preorder_limit: number | null;
  promised: number;
};

export function promisingOf(row: PromisingRow): Promising {
  return {
    isTracked: row.is_tracked,
    mayBackorder: row.may_backorder,
    backorderLimit: row.backorder_limit ?? undefined,
    isPreorder: row.is_preorder,
    preorderLimit: row.preorder_limit ?? undefined,
    promised: row.promised,
  };
}
