import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { Thumb } from '../page/item.tsx';
import styles from '../page/order.module.css';
import { type DeskLine, optionsOf } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';

export type Quantities = Readonly<Record<string, number>>;

/** How many of each line are meant; at the start all, or none. */
export function useQuantities(
  lines: readonly DeskLine[],
  most: (line: DeskLine) => number,
  isAll: boolean,
): [Quantities, (id: string, quantity: number) => void] {
  const [quantities, set] = useState<Quantities>(() =>
    Object.fromEntries(lines.map((line) => [line.id, isAll ? most(line) : 0])),
  );
  return [quantities, (id, quantity) => set((before) => ({ ...before, [id]: quantity }))];
}

/** The lines that have a quantity, as the API takes them. */
export function chosenOf(quantities: Quantities): { lineId: string; quantity: number }[] {
  return Object.entries(quantities)
    .filter(([, quantity]) => quantity > 0)
    .map(([lineId, quantity]) => ({ lineId, quantity }));
}

/** A row of each line with a field for how many. */
export function QuantityList(props: {
  readonly lines: readonly DeskLine[];
  readonly most: (line: DeskLine) => number;
  readonly of: Quantities;
  readonly onChange: (id: string, quantity: number) => void;
}) {
  const { lines, most, of, onChange } = props;
  const t = orderWords().acts;
  return (
    <ul className={styles.rows} style={{ marginBottom: 16 }}>
      {lines.map((line) => (
        <li
          key={line.id}
          style={{
            display: 'grid',
            gridTemplateColumns: '44px minmax(0, 1fr) 132px',
            gap: 12,
            alignItems: 'center',
          }}
        >
          <Thumb picture={line.picture} />
          <div>
            <div className={styles.name}>{line.title}</div>
            <div className={styles.detail}>{[optionsOf(line), line.sku].filter(Boolean).join(' · ')}</div>
          </div>
          <span style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
            <NumberInput
              size="sm"
              w={78}
              aria-label={`${t.quantity}: ${line.title} ${optionsOf(line)}`}
              value={of[line.id] ?? 0}
              onChange={(value) => onChange(line.id, Math.max(0, Math.min(most(line), Number(value) || 0)))}
              min={0}
              max={most(line)}
              allowDecimal={false}
              styles={{ input: { fontVariantNumeric: 'tabular-nums' } }}
            />
            <span className={styles.quiet}>{t.of(most(line))}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
