import { memo } from 'react';
import type { SheetColumn } from './columns.ts';
import styles from './grid.module.css';
import { type boundsOf, keyOf, type Sheet, textAt } from './sheet.ts';

type RowProps = {
  readonly index: number;
  readonly sheet: Sheet;
  readonly columns: readonly SheetColumn[];
  readonly problems: ReadonlyMap<string, string>;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  /** Of the chosen range, where the row is in it. */
  readonly bounds: ReturnType<typeof boundsOf> | undefined;
  /** The column of the cell that keys go to. */
  readonly at: number | undefined;
  readonly typed: string | undefined;
  readonly onType: (text: string) => void;
  readonly onLeave: (text: string) => void;
};

/** One row; drawn again only when something of it is another. */
export const GridRow = memo(Row, (before, after) => {
  const isRange =
    before.bounds === after.bounds || (before.bounds === undefined && after.bounds === undefined);
  const isSame =
    before.top === after.top && before.at === after.at && before.typed === after.typed && isRange;
  return (
    isSame &&
    before.sheet === after.sheet &&
    before.problems === after.problems &&
    before.columns === after.columns
  );
});

function Row({
  index,
  sheet,
  columns,
  problems,
  width,
  top,
  height,
  bounds,
  at,
  typed,
  onType,
  onLeave,
}: RowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of a grid that is drawn in part
    // biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus
    <div role="row" aria-rowindex={index + 2} className={styles.row} style={{ top, height, width }}>
      <span className={styles.number} aria-hidden>
        {index + 1}
      </span>
      {columns.map((column, place) => {
        const key = keyOf({ row: index, column: place });
        const text = textAt(sheet, { row: index, column: place });
        const isChosen = bounds !== undefined && place >= bounds.left && place <= bounds.right;
        const isAt = at === place;
        const problem = problems.get(key);
        return (
          // biome-ignore lint/a11y/useSemanticElements: a cell of a grid that is drawn in part
          // biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus
          <div
            key={column.key}
            id={`cell-${index}-${place}`}
            role="gridcell"
            aria-colindex={place + 2}
            aria-selected={isChosen}
            aria-readonly={column.isReadOnly}
            aria-invalid={problem !== undefined}
            className={styles.cell}
            style={{ width: column.width }}
            title={problem}
            data-cell={key}
            data-chosen={isChosen || undefined}
            data-at={isAt || undefined}
            data-edited={sheet.edits.has(key) || undefined}
            data-wrong={problem !== undefined || undefined}
            data-locked={column.isReadOnly || undefined}
            data-number={column.isNumber || undefined}
          >
            {isAt && typed !== undefined ? (
              <input
                // biome-ignore lint/a11y/noAutofocus: who types in a cell goes on typing in it
                autoFocus
                className={styles.input}
                aria-label={`${column.label} ${index + 1}`}
                value={typed}
                onChange={(event) => onType(event.currentTarget.value)}
                onBlur={(event) => onLeave(event.currentTarget.value)}
              />
            ) : (
              text
            )}
          </div>
        );
      })}
    </div>
  );
}
