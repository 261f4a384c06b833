import { Button, Checkbox, CloseButton, Group, Menu, Popover, Stack, TextInput } from '@mantine/core';
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { words } from '../messages/words.ts';
import { textIn, textsIn, useAddress } from '../state/address.ts';
import { type Filter, filterText } from './filter.ts';
import styles from './list-bar.module.css';

/** Adds a filter: first which, then how. */
export function FilterMenu({ filters }: { readonly filters: readonly Filter[] }) {
  const [isOpen, setOpen] = useState(false);
  const [key, setKey] = useState<string>();
  const chosen = filters.find((filter) => filter.key === key);
  const close = () => {
    setOpen(false);
    setKey(undefined);
  };
  return (
    <Popover
      opened={isOpen}
      onChange={(open) => (open ? setOpen(true) : close())}
      position="bottom-start"
      trapFocus
    >
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<ListFilter size={14} />}
          onClick={() => (isOpen ? close() : setOpen(true))}
        >
          {words().addFilter}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={6} miw={220}>
        {chosen ? (
          <FilterControl filter={chosen} onDone={close} />
        ) : (
          <Stack gap={0} role="list">
            {filters.map((filter) => (
              <Button
                key={filter.key}
                size="xs"
                variant="subtle"
                color="gray"
                justify="flex-start"
                onClick={() => setKey(filter.key)}
              >
                {filter.label}
              </Button>
            ))}
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The filters that are set, each with a way to change it and to take it away. */
export function FilterChips({ filters }: { readonly filters: readonly Filter[] }) {
  const [query, change] = useAddress();
  const t = words();
  const set = filters.filter((filter) => textsIn(query, filter.key).length > 0);
  if (set.length === 0) return null;
  const nothing = Object.fromEntries(set.map((filter) => [filter.key, undefined]));
  return (
    <Group gap={6}>
      {set.map((filter) => (
        <span key={filter.key} className={styles.chip}>
          <Menu position="bottom-start" closeOnItemClick={false}>
            <Menu.Target>
              <button type="button" className={styles.chipText}>
                {filterText(filter, textsIn(query, filter.key), t)}
              </button>
            </Menu.Target>
            <Menu.Dropdown p={6}>
              <FilterControl filter={filter} onDone={() => undefined} />
            </Menu.Dropdown>
          </Menu>
          <CloseButton
            size={20}
            aria-label={t.removeFilter(filter.label)}
            onClick={() => change({ [filter.key]: undefined })}
          />
        </span>
      ))}
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => change(nothing)}>
        {t.clear}
      </Button>
    </Group>
  );
}

function FilterControl({ filter, onDone }: { readonly filter: Filter; readonly onDone: () => void }) {
  const [query, change] = useAddress();
  const { key, label } = filter;
  if (filter.kind === 'choice') {
    const chosen = textsIn(query, key);
    const pick = (value: string) => {
      if (!filter.isMany) {
        change({ [key]: value });
        return onDone();
      }
      const isThere = chosen.includes(value);
      change({ [key]: isThere ? chosen.filter((one) => one !== value) : [...chosen, value] });
    };
    return (
      <Stack gap={4} p={4} role="group" aria-label={label} mah={320} style={{ overflowY: 'auto' }}>
        {filter.options.map(({ value, label: name }) => (
          <Checkbox
            key={value}
            size="xs"
            label={name}
            checked={chosen.includes(value)}
            onChange={() => pick(value)}
          />
        ))}
      </Stack>
    );
  }
  if (filter.kind === 'flag') {
    const set = (value: boolean) => {
      change({ [key]: value });
      onDone();
    };
    return (
      <Group gap={4} p={4} role="group" aria-label={label}>
        <Button size="xs" variant="default" onClick={() => set(true)}>
          {words().yes}
        </Button>
        <Button size="xs" variant="default" onClick={() => set(false)}>
          {words().no}
        </Button>
      </Group>
    );
  }
  return (
    <TypedFilter
      filter={filter}
      value={textIn(query, key)}
      onSet={(value) => change({ [key]: value })}
      onDone={onDone}
    />
  );
}

function TypedFilter(props: {
  readonly filter: Filter;
  readonly value: string;
  readonly onSet: (value: string) => void;
  readonly onDone: () => void;
}) {
  const { filter, value, onSet, onDone } = props;
  const [typed, setTyped] = useState(value);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSet(typed);
        onDone();
      }}
    >
      <Group gap={6} p={4} wrap="nowrap" align="end">
        <TextInput
          size="xs"
          type={filter.kind === 'date' ? 'date' : filter.kind === 'number' ? 'number' : 'text'}
          label={filter.label}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-autofocus
        />
        <Button size="xs" type="submit">
          {words().apply}
        </Button>
      </Group>
    </form>
  );
}
