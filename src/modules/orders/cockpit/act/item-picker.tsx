import { ActionIcon, Combobox, NumberInput, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Search, X } from 'lucide-react';
import { useState } from 'react';
import { useRows } from '../../../../platform/cockpit/api/index.ts';
import styles from '../page/order.module.css';
import { orderWords } from '../words.ts';

export type Picked = {
  readonly variantId: string;
  readonly title: string;
  readonly quantity: number;
};

/** Finds what the shop sells and gathers so many of each. */
export function ItemPicker(props: {
  readonly label: string;
  readonly value: readonly Picked[];
  readonly onChange: (picked: readonly Picked[]) => void;
}) {
  const { label, value, onChange } = props;
  const t = orderWords().acts;
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const query = { q, limit: '20' };
  const found = useRows(
    'listStockLevels',
    { query },
    { about: ['inventory'], isOff: q === '', isKept: true },
  );
  const items = q === '' ? [] : onePerVariant(found.rows);
  const pick = (variantId: string) => {
    const item = items.find((one) => one.variantId === variantId);
    const isThere = value.some((one) => one.variantId === variantId);
    if (item && !isThere) onChange([...value, { variantId, title: item.title, quantity: 1 }]);
    setTyped('');
    box.closeDropdown();
  };
  const change = (variantId: string, quantity: number) =>
    onChange(value.map((one) => (one.variantId === variantId ? { ...one, quantity } : one)));
  return (
    <div>
      <Combobox store={box} onOptionSubmit={pick}>
        <Combobox.Target>
          <TextInput
            label={label}
            placeholder={t.find}
            leftSection={<Search size={14} />}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              box.openDropdown();
            }}
            onFocus={() => box.openDropdown()}
            onBlur={() => box.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={q === ''}>
          <Combobox.Options mah={260} style={{ overflowY: 'auto' }}>
            {items.map(({ variantId, title, sku, available }) => (
              <Combobox.Option key={variantId} value={variantId}>
                <span className={styles.row}>
                  <span>
                    {title} <span className={styles.quiet}>{sku}</span>
                  </span>
                  <span className={styles.quiet}>{t.left(available)}</span>
                </span>
              </Combobox.Option>
            ))}
            {items.length === 0 && <Combobox.Empty>{t.noneFound}</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <ul className={styles.rows} style={{ marginTop: value.length === 0 ? 0 : 10 }}>
        {value.map(({ variantId, title, quantity }) => (
          <li key={variantId} className={styles.row}>
            <span className={styles.name}>{title}</span>
            <span style={{ display: 'flex', alignItems: 'center', gap: 6 }}>
              <NumberInput
                size="sm"
                w={84}
                min={1}
                max={9_999}
                allowDecimal={false}
                aria-label={`${t.quantity}: ${title}`}
                value={quantity}
                onChange={(next) => change(variantId, Math.max(1, Number(next) || 1))}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`${t.remove}: ${title}`}
                onClick={() => onChange(value.filter((one) => one.variantId !== variantId))}
              >
                <X size={16} />
              </ActionIcon>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

type LevelRow = ReturnType<typeof useRows<'listStockLevels'>>['rows'][number];

/** A variant at several places is one that can be sold. */
function onePerVariant(rows: readonly LevelRow[]) {
  return [...Map.groupBy(rows, ({ item }) => item.variantId)].flatMap(([variantId, levels]) => {
    const item = levels[0]?.item;
    if (item === undefined) return [];
    const title = [item.title, item.options].filter((text) => text !== '').join(' · ');
    return [
      { variantId, title, sku: item.sku, available: levels.reduce((sum, one) => sum + one.available, 0) },
    ];
  });
}
