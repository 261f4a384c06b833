import { Combobox, Loader, TextInput, type TextInputProps, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { words } from '../messages/words.ts';

export type Choosable<Value> = {
  readonly id: string;
  readonly value: Value;
  readonly label: string;
  readonly detail?: ReactNode;
};

/**
 * Finds one thing among many by typing, and takes it; then it is empty again. `name` keeps what was found apart from what
 * other fields find.
 */
export function FindField<Value>(
  props: Omit<TextInputProps, 'value' | 'onChange'> & {
    readonly name: string;
    readonly find: (typed: string, signal: AbortSignal) => Promise<readonly Choosable<Value>[]>;
    readonly onTake: (value: Value) => void;
    /** Enter with nothing chosen yet, as a scanner sends it; says whether it took what was typed. */
    readonly onTyped?: (typed: string) => boolean;
  },
) {
  const { name, find, onTake, onTyped, ...rest } = props;
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 180);
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() });
  const found = useQuery({
    queryKey: ['find', name, asked],
    queryFn: ({ signal }) => find(asked, signal),
    enabled: asked.length > 0,
    staleTime: 10_000,
  });
  const options = asked === '' ? [] : (found.data ?? []);
  const take = (id: string) => {
    const chosen = options.find((option) => option.id === id);
    if (chosen === undefined) return;
    setTyped('');
    list.closeDropdown();
    onTake(chosen.value);
  };
  return (
    <Combobox store={list} onOptionSubmit={take} withinPortal>
      <Combobox.Target>
        <TextInput
          leftSection={<Search size={14} />}
          autoComplete="off"
          {...rest}
          value={typed}
          rightSection={found.isFetching ? <Loader size={14} /> : null}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            list.openDropdown();
            list.selectFirstOption();
          }}
          onFocus={() => list.openDropdown()}
          onBlur={() => list.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || list.getSelectedOptionIndex() >= 0) return;
            event.preventDefault();
            if (onTyped?.(typed.trim())) setTyped('');
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={asked === '' || found.data === undefined}>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={rest['aria-label']}>
          {options.map(({ id, label, detail }) => (
            <Combobox.Option key={id} value={id}>
              <div>{label}</div>
              {detail !== undefined && <small style={{ opacity: 0.7 }}>{detail}</small>}
            </Combobox.Option>
          ))}
          {options.length === 0 && <Combobox.Empty>{words().noMatch}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
