import { Button, Group, Menu, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { ArrowDownUp, Columns3, Search } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { words } from '../messages/words.ts';
import { textIn, textsIn, useAddress } from '../state/address.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import type { Column } from './column.ts';
import type { Filter, Sorting } from './filter.ts';
import { FilterChips, FilterMenu } from './filter-menu.tsx';
import styles from './list-bar.module.css';

/**
 * Above a list: looking for a word (also by /), filters, order, columns, and what else is done with it. The address bar
 * keeps all of it, so that a list can be sent to somebody.
 */
export function ListBar<Row>(props: {
  /** What the box looks for; without it there is none. */
  readonly hint?: string;
  readonly filters: readonly Filter[];
  readonly sortings?: readonly Sorting[];
  readonly columns: readonly Column<Row>[];
  /** Views, exports. */
  readonly children?: ReactNode;
}) {
  const { hint, filters, sortings = [], columns, children } = props;
  const [query, change] = useAddress();
  const box = useRef<HTMLInputElement>(null);
  useShortcuts({ '/': () => box.current?.focus() });
  const t = words();
  return (
    <div className={styles.bar}>
      <Group gap="xs">
        {hint !== undefined && (
          <SearchBox box={box} hint={hint} value={textIn(query, 'q')} onChange={(q) => change({ q })} />
        )}
        {filters.length > 0 && <FilterMenu filters={filters} />}
        {sortings.length > 0 && (
          <Select
            size="xs"
            w={`calc(${Math.max(...sortings.map(({ label }) => label.length)) * 0.85}ch + 64px)`}
            miw={150}
            maw="100%"
            aria-label={t.sort}
            leftSection={<ArrowDownUp size={14} />}
            data={[...sortings]}
            value={textIn(query, 'sort') || (sortings[0]?.value ?? null)}
            onChange={(sort) => change({ sort: sort === sortings[0]?.value ? undefined : sort })}
            allowDeselect={false}
          />
        )}
        <ColumnMenu
          columns={columns}
          chosen={textsIn(query, 'columns')}
          onChange={(keys) => change({ columns: keys })}
        />
        {children}
      </Group>
      <FilterChips filters={filters} />
    </div>
  );
}

function SearchBox(props: {
  readonly box: React.RefObject<HTMLInputElement | null>;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
}) {
  const { box, hint, value, onChange } = props;
  const [typed, setTyped] = useState(value);
  const send = useDebouncedCallback(onChange, 200);
  useEffect(() => setTyped(value), [value]);
  return (
    <TextInput
      ref={box}
      type="search"
      size="xs"
      className={styles.search}
      placeholder={hint}
      aria-label={hint}
      leftSection={<Search size={14} />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') box.current?.blur();
      }}
    />
  );
}

function ColumnMenu<Row>(props: {
  readonly columns: readonly Column<Row>[];
  readonly chosen: readonly string[];
  readonly onChange: (keys: readonly string[]) => void;
}) {
  const { columns, chosen, onChange } = props;
  const isShown = (column: Column<Row>) =>
    chosen.length === 0 ? !column.isHidden : column.isTitle || chosen.includes(column.key);
  const toggle = (changed: Column<Row>) => {
    const shown = columns.filter((column) => (column === changed ? !isShown(column) : isShown(column)));
    onChange(shown.map(({ key }) => key));
  };
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<Columns3 size={14} />} className={styles.wide}>
          {words().columns}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map((column) => (
          <Menu.Item
            key={column.key}
            role="menuitemcheckbox"
            aria-checked={isShown(column)}
            disabled={column.isTitle ?? false}
            leftSection={<span aria-hidden>{isShown(column) ? '✓' : ' '}</span>}
            onClick={() => toggle(column)}
          >
            {column.label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onChange([])}>{words().reset}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
