import { useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { SheetColumn } from './columns.ts';
import styles from './grid.module.css';
import { GridRow } from './grid-row.tsx';
import { movedBy } from './move.ts';
import {
  boundsOf,
  type CellChange,
  cleared,
  filledDown,
  type Place,
  pasted,
  type Range,
  type Sheet,
  textAt,
  textsIn,
} from './sheet.ts';
import { parseTsv, writeTsv } from './tsv.ts';

const ROW_HEIGHT = 30;
const HEAD = 44;

/** Cells of any number of rows, of which only those in sight are drawn; keys, pointer and clipboard as in a spreadsheet. */
export function Grid(props: {
  readonly label: string;
  readonly sheet: Sheet;
  readonly columns: readonly SheetColumn[];
  readonly range: Range;
  readonly problems: ReadonlyMap<string, string>;
  readonly onRange: (range: Range) => void;
  readonly onWrite: (changes: readonly CellChange[]) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}) {
  const { label, sheet, columns, range, problems, onRange, onWrite, onUndo, onRedo } = props;
  const frame = useRef<HTMLDivElement>(null);
  const isHeld = useRef(false);
  /** The text of the cell that is being typed in. */
  const [typed, setTyped] = useState<string>();
  const virtual = useVirtualizer({
    count: sheet.rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const size = { rows: sheet.rows.length, columns: columns.length };
  const { to, from } = range;
  // What is pasted or chosen whole leaves the view where it is; only who walks takes it along.
  const walk = (next: Range) => {
    onRange(next);
    virtual.scrollToIndex(next.to.row, { align: 'auto' });
    showColumn(frame.current, columns, next.to.column);
  };
  const focus = () => frame.current?.focus({ preventScroll: true });
  const keep = (text: string) => {
    setTyped(undefined);
    onWrite([{ ...from, text }]);
    focus();
  };
  const press = (event: KeyboardEvent) => {
    const isMod = event.ctrlKey || event.metaKey;
    const { key, shiftKey: isShift } = event;
    if (typed !== undefined) {
      if (key === 'Escape') {
        setTyped(undefined);
        focus();
      } else if (key === 'Enter' || key === 'Tab') {
        keep(typed);
        const next = movedBy(sheet, size, { from, to: from }, { key, isShift, isMod: false, page: 1 });
        if (next) walk(next);
      } else return;
      event.preventDefault();
      return;
    }
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 300) / ROW_HEIGHT) - 2);
    const next = movedBy(sheet, size, range, { key, isShift, isMod, page });
    const letter = key.toLowerCase();
    if (next) walk(next);
    else if (isMod && letter === 'z') (isShift ? onRedo : onUndo)();
    else if (isMod && letter === 'y') onRedo();
    else if (isMod && letter === 'd') onWrite(filledDown(sheet, range));
    else if (isMod && letter === 'a')
      onRange({ from: { row: 0, column: 0 }, to: { row: size.rows - 1, column: size.columns - 1 } });
    else if (key === 'Delete' || key === 'Backspace') onWrite(cleared(range));
    else if (key === 'F2') setTyped(textAt(sheet, from));
    else if (key.length === 1 && !isMod && !columns[from.column]?.isReadOnly) {
      setTyped(key);
      onRange({ from, to: from });
    } else return;
    event.preventDefault();
  };
  const copy = (event: ClipboardEvent, isCut: boolean) => {
    if (typed !== undefined) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', writeTsv(textsIn(sheet, range)));
    if (isCut) onWrite(cleared(range));
  };
  const paste = (event: ClipboardEvent) => {
    if (typed !== undefined) return;
    event.preventDefault();
    const cells = parseTsv(event.clipboardData.getData('text/plain'));
    const changes = pasted(sheet, range, cells, columns.length);
    onWrite(changes);
    const last = changes.at(-1);
    if (last)
      onRange({
        from: { row: boundsOf(range).top, column: boundsOf(range).left },
        to: { row: last.row, column: last.column },
      });
  };
  const point = (event: PointerEvent) => {
    const place = placeOf(event.target);
    if (!place || event.button !== 0 || (typed !== undefined && isAt(place, from))) return;
    if (typed !== undefined) keep(typed);
    isHeld.current = true;
    onRange({ from: event.shiftKey ? from : place, to: place });
    focus();
    event.preventDefault();
  };
  const drag = (event: PointerEvent) => {
    const place = isHeld.current
      ? placeOf(document.elementFromPoint(event.clientX, event.clientY))
      : undefined;
    if (place && !isAt(place, to)) onRange({ from, to: place });
  };
  const width = columns.reduce((sum, column) => sum + column.width, HEAD);
  const bounds = boundsOf(range);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of thousands of rows of which some are drawn
    <div
      ref={frame}
      className={styles.frame}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={size.rows + 1}
      aria-colcount={size.columns + 1}
      aria-multiselectable
      aria-activedescendant={`cell-${from.row}-${from.column}`}
      onKeyDown={press}
      onCopy={(event) => copy(event, false)}
      onCut={(event) => copy(event, true)}
      onPaste={paste}
      onPointerDown={point}
      onPointerMove={drag}
      onPointerUp={() => {
        isHeld.current = false;
      }}
      onDoubleClick={(event) => {
        const place = placeOf(event.target);
        if (place && !columns[place.column]?.isReadOnly) setTyped(textAt(sheet, place));
      }}
    >
      <div style={{ width, height: virtual.getTotalSize() + ROW_HEIGHT, position: 'relative' }}>
        <Head columns={columns} width={width} />
        {virtual.getVirtualItems().map(({ index, start }) => (
          <GridRow
            key={index}
            {...{ index, columns, problems, sheet, width, top: start + ROW_HEIGHT, height: ROW_HEIGHT }}
            bounds={index >= bounds.top && index <= bounds.bottom ? bounds : undefined}
            at={index === from.row ? from.column : undefined}
            typed={index === from.row ? typed : undefined}
            onType={setTyped}
            onLeave={keep}
          />
        ))}
      </div>
    </div>
  );
}

function Head({ columns, width }: { readonly columns: readonly SheetColumn[]; readonly width: number }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus
    <div role="row" aria-rowindex={1} className={styles.head} style={{ width, height: ROW_HEIGHT }}>
      <span className={styles.number} style={{ width: HEAD }} />
      {columns.map(({ key, label, width: wide, isNumber }, column) => (
        // biome-ignore lint/a11y/useSemanticElements: see the grid
        // biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus
        <span
          key={key}
          role="columnheader"
          aria-colindex={column + 2}
          style={{ width: wide }}
          data-number={isNumber}
          title={label}
        >
          {label}
        </span>
      ))}
    </div>
  );
}

function placeOf(target: EventTarget | null): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
  const [row, column] = (cell?.dataset['cell'] ?? '').split(' ').map(Number);
  return row === undefined || column === undefined ? undefined : { row, column };
}

function isAt(one: Place, other: Place): boolean {
  return one.row === other.row && one.column === other.column;
}

function showColumn(frame: HTMLElement | null, columns: readonly SheetColumn[], column: number): void {
  if (!frame) return;
  const left = columns.slice(0, column).reduce((sum, { width }) => sum + width, HEAD);
  const right = left + (columns[column]?.width ?? 0);
  if (left - HEAD < frame.scrollLeft) frame.scrollLeft = left - HEAD;
  else if (right > frame.scrollLeft + frame.clientWidth) frame.scrollLeft = right - frame.clientWidth;
}
