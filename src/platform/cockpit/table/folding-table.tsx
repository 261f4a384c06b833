import type { ReactNode } from 'react';
import type { Column } from './column.ts';
import styles from './folding-table.module.css';

/** Of a short table nothing is sorted, hidden or resized. Without a label: what can be done with the row. */
export type FoldingColumn<Row> = Pick<Column<Row>, 'key' | 'label' | 'cell' | 'why' | 'align'>;

/**
 * A short table. On a phone each row is a block: what it is of, and below it each figure beside its label, so that nothing has to be
 * moved aside to be read. The first column heads its row. Roles are said, since browsers take them from what is not drawn as a table.
 */
export function FoldingTable<Row>({
  columns,
  rows,
  keyOf,
  isMarked,
}: {
  readonly columns: readonly FoldingColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly isMarked?: (row: Row) => boolean;
}) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table className={styles.table} role="table">
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, label, why, align }) =>
            label === '' ? (
              <td key={key} role="cell" />
            ) : (
              <th key={key} scope="col" role="columnheader" data-align={align}>
                {label}
                {why !== undefined && <> {why}</>}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row" data-marked={isMarked?.(row) || undefined}>
            {columns.map((column, index) => (
              <FoldingCell key={column.key} column={column} isHead={index === 0}>
                {column.cell(row)}
              </FoldingCell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}

function FoldingCell<Row>({
  column: { label, align },
  isHead,
  children,
}: {
  readonly column: FoldingColumn<Row>;
  readonly isHead: boolean;
  readonly children: ReactNode;
}) {
  if (isHead) {
    return (
      // biome-ignore lint/a11y/noRedundantRoles: it is no table cell to browsers once it is a block
      <th scope="row" role="rowheader" data-align={align}>
        {children}
      </th>
    );
  }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: it is no table cell to browsers once it is a block
    <td role="cell" data-align={align}>
      {label !== '' && (
        <span className={styles.label} aria-hidden="true">
          {label}
        </span>
      )}
      <div className={styles.value}>{children}</div>
    </td>
  );
}
