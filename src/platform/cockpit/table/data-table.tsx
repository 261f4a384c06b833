import { Checkbox } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { words } from '../messages/words.ts';
import { EmptyState, ErrorState, LoadingState } from '../page/states.tsx';
import { useGo } from '../state/address.ts';
import type { Choice } from './choice.ts';
import type { Column } from './column.ts';
import styles from './data-table.module.css';
import { useRowKeys } from './row-keys.ts';
import { type PhoneLook, TableRow } from './table-row.tsx';

/** Rows as `useRows` gives them. */
export type RowSource<Row> = {
  readonly rows: readonly Row[];
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
  readonly refetch: () => unknown;
};

const ROW_HEIGHT = { table: 44, phone: 68 };
const AHEAD = 12;

/**
 * A table of any length: only what is seen is drawn, more is read before the end is reached. Rows are walked with j and
 * k, opened with Enter, chosen with x (and Shift for a range). On a phone a row is two lines.
 *
 * @example
 * <DataTable label="Orders" columns={columns} source={orders} idOf={(order) => order.id}
 *   pathOf={(order) => `/orders/${order.id}`} choice={choice} empty={<EmptyState title="No orders yet" />} />
 */
export function DataTable<Row>(props: {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly source: RowSource<Row>;
  readonly idOf: (row: Row) => string;
  readonly pathOf?: (row: Row) => string;
  readonly choice?: Choice;
  /** What stands there when there is nothing, and nothing was looked for. */
  readonly empty: ReactNode;
  /** Whether a filter or a word is set, so that "nothing" means "nothing matches". */
  readonly isFiltered?: boolean;
  /** How a row looks on a phone; the first two columns unless given. */
  readonly phone?: (row: Row) => PhoneLook;
}) {
  const { label, columns, source, idOf, pathOf, choice, empty, isFiltered = false } = props;
  const { rows, hasNextPage, isFetchingNextPage, fetchNextPage } = source;
  const frame = useRef<HTMLElement>(null);
  const isPhone = useMediaQuery('(max-width: 48em)') ?? false;
  const go = useGo();
  const t = words();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => (isPhone ? ROW_HEIGHT.phone : ROW_HEIGHT.table),
    overscan: AHEAD,
    // A frame is not held up until its rows are drawn: those ahead of it are there already.
    useFlushSync: false,
    getItemKey: (index) => (rows[index] === undefined ? index : idOf(rows[index])),
  });
  const seen = virtual.getVirtualItems();
  const lastSeen = seen.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastSeen >= rows.length - AHEAD) fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, lastSeen, rows.length, fetchNextPage]);
  const ids = useMemo(() => rows.map(idOf), [rows, idOf]);
  const keys = useRowKeys({
    ids,
    choice,
    scrollTo: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
    open: (index) => {
      const row = rows[index];
      if (row !== undefined && pathOf) go(pathOf(row));
    },
  });
  if (source.error !== null && rows.length === 0) {
    return <ErrorState error={source.error} retry={() => void source.refetch()} />;
  }
  if (source.isPending) return <LoadingState lines={10} />;
  if (rows.length === 0) {
    return isFiltered ? <EmptyState title={t.noMatch} text={t.noMatchText} /> : empty;
  }
  const before = seen[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (seen.at(-1)?.end ?? 0);
  const width = columns.length + (choice ? 1 : 0);
  const isAll = choice !== undefined && rows.length > 0 && ids.every(choice.has);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section ref={frame} className={styles.frame} aria-label={label} tabIndex={0} {...keys.frame}>
      <table
        className={styles.table}
        data-phone={isPhone || undefined}
        aria-rowcount={hasNextPage ? -1 : rows.length}
      >
        <thead>
          <tr>
            {choice && (
              <th className={styles.choice}>
                <Checkbox
                  size="xs"
                  aria-label={t.chooseAll}
                  checked={isAll}
                  indeterminate={!isAll && choice.ids.size > 0}
                  onChange={() => (isAll ? choice.clear() : choice.set(ids))}
                />
              </th>
            )}
            {columns.map(({ key, label: name, why, align, width: wide }) => (
              <th key={key} scope="col" data-align={align} style={{ width: wide }}>
                {why}
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} width={width} />}
          {seen.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const id = idOf(row);
            return (
              <TableRow
                key={id}
                {...{ row, id, index, columns, choice, ids, isPhone, isAt: keys.at === index }}
                path={pathOf?.(row)}
                phone={props.phone}
              />
            );
          })}
          {after > 0 && <Gap height={after} width={width} />}
        </tbody>
      </table>
      <p className={styles.end} role="status">
        {isFetchingNextPage ? t.loadingMore : hasNextPage ? '' : t.end}
      </p>
    </section>
  );
}

/** The height of the rows that are not drawn. */
function Gap({ height, width }: { readonly height: number; readonly width: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={width} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
