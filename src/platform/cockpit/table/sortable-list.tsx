import { ActionIcon } from '@mantine/core';
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { words } from '../messages/words.ts';
import styles from './sortable-list.module.css';

/**
 * A short list whose order is the person's: by dragging, or by its buttons. `onOrder` is told all items in their new order;
 * it is shown at once, and what the list is given next holds.
 */
export function SortableList<Item>(props: {
  readonly label: string;
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  /** What a button that moves it calls it. */
  readonly nameOf: (item: Item) => string;
  readonly onOrder: (items: readonly Item[]) => void;
  readonly isReadOnly?: boolean;
  readonly children: (item: Item) => ReactNode;
}) {
  const { label, items, idOf, nameOf, onOrder, isReadOnly = false, children } = props;
  const [wanted, setWanted] = useState<{ readonly of: readonly Item[]; readonly items: readonly Item[] }>();
  const dragged = useRef<number>(undefined);
  const [over, setOver] = useState<number>();
  const shown = wanted?.of === items ? wanted.items : items;
  const move = (from: number, to: number) => {
    const item = shown[from];
    if (item === undefined || from === to) return;
    const next = shown.toSpliced(from, 1).toSpliced(to, 0, item);
    setWanted({ of: items, items: next });
    onOrder(next);
  };
  return (
    <ol className={styles.list} aria-label={label}>
      {shown.map((item, place) => (
        <li
          key={idOf(item)}
          className={styles.item}
          data-over={over === place || undefined}
          draggable={!isReadOnly}
          onDragStart={() => {
            dragged.current = place;
          }}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(place);
          }}
          onDragLeave={() => setOver(undefined)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(undefined);
            if (dragged.current !== undefined) move(dragged.current, place);
            dragged.current = undefined;
          }}
        >
          {!isReadOnly && <GripVertical size={15} aria-hidden className={styles.grip} />}
          <div className={styles.content}>{children(item)}</div>
          {!isReadOnly && (
            <div className={styles.tools}>
              <Tool
                name={words().moveUp(nameOf(item))}
                isOff={place === 0}
                act={() => move(place, place - 1)}
              >
                <ArrowUp size={14} aria-hidden />
              </Tool>
              <Tool
                name={words().moveDown(nameOf(item))}
                isOff={place === shown.length - 1}
                act={() => move(place, place + 1)}
              >
                <ArrowDown size={14} aria-hidden />
              </Tool>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function Tool(props: {
  readonly name: string;
  readonly isOff: boolean;
  readonly act: () => void;
  readonly children: ReactNode;
}) {
  const { name, isOff, act, children } = props;
  return (
    <ActionIcon variant="subtle" color="gray" size={26} aria-label={name} disabled={isOff} onClick={act}>
      {children}
    </ActionIcon>
  );
}
