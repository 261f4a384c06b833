import type { ReactNode } from 'react';

/** A column of a table. */
export type Column<Row> = {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Beside the label: what the figures mean. */
  readonly why?: ReactNode;
  readonly align?: 'end';
  /** CSS width: `120px`, `20%`. Columns without one share what is left. */
  readonly width?: string;
  /** Not shown until somebody chooses it. */
  readonly isHidden?: boolean;
  /** Cannot be hidden: what a row is known by. */
  readonly isTitle?: boolean;
};

/** Which columns are shown: those chosen (in the table's order), else all but the hidden. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly string[],
): readonly Column<Row>[] {
  if (chosen.length === 0) return columns.filter(({ isHidden }) => !isHidden);
  return columns.filter(({ key, isTitle }) => isTitle || chosen.includes(key));
}
