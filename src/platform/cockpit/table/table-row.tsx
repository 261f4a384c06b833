import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { words } from '../messages/words.ts';
import type { Choice } from './choice.ts';
import type { Column } from './column.ts';
import styles from './data-table.module.css';

type RowProps<Row> = {
  readonly row: Row;
  readonly id: string;
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  readonly choice: Choice | undefined;
  readonly ids: readonly string[];
  readonly path: string | undefined;
  readonly isPhone: boolean;
  /** Where the keyboard is. */
  readonly isAt: boolean;
  readonly phone: ((row: Row) => PhoneLook) | undefined;
};

/** A row on a phone: two lines that lead to its page, and beside them what can be done in place. */
export type PhoneLook = {
  readonly title: ReactNode;
  readonly detail: ReactNode;
  readonly aside?: ReactNode;
  readonly action?: ReactNode;
};

/** While the table scrolls nothing about a row changes: only rows that come into sight are drawn. */
export const TableRow = memo(DrawnRow) as typeof DrawnRow;

function DrawnRow<Row>(props: RowProps<Row>) {
  const { id, index, columns, choice, ids, path, isPhone, isAt, row } = props;
  const isChosen = choice?.has(id) ?? false;
  const open = (inner: ReactNode) =>
    path === undefined ? (
      inner
    ) : (
      <Link to={path} className={styles.link}>
        {inner}
      </Link>
    );
  return (
    <tr data-index={index} data-at={isAt || undefined} data-chosen={isChosen || undefined}>
      {choice && (
        <td className={styles.choice}>
          <Checkbox
            size="xs"
            aria-label={words().chooseRow}
            checked={isChosen}
            onChange={() => undefined}
            onClick={(event) => (event.shiftKey ? choice.toggleTo(id, ids) : choice.toggle(id))}
          />
        </td>
      )}
      {isPhone ? (
        <PhoneCells {...props} open={open} />
      ) : (
        columns.map(({ key, cell, align }, place) => (
          <td key={key} data-align={align}>
            {place === 0 ? open(cell(row)) : cell(row)}
          </td>
        ))
      )}
    </tr>
  );
}

function PhoneCells<Row>({
  row,
  columns,
  phone,
  open,
}: RowProps<Row> & { readonly open: (inner: ReactNode) => ReactNode }) {
  const [first, second, third] = columns;
  const { title, detail, aside, action }: PhoneLook = phone?.(row) ?? {
    title: first?.cell(row),
    detail: second?.cell(row),
    aside: third?.cell(row),
  };
  return (
    <>
      <td colSpan={action ? columns.length - 1 : columns.length}>
        {open(
          <span className={styles.phone}>
            <span>
              <span className={styles.phoneTitle}>{title}</span>
              <span className={styles.phoneDetail}>{detail}</span>
            </span>
            <span className={styles.phoneAside}>{aside}</span>
          </span>,
        )}
      </td>
      {action && <td data-align="end">{action}</td>}
    </>
  );
}
