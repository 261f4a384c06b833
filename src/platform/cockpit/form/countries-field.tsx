import { Checkbox, Input, Pill, TextInput, UnstyledButton } from '@mantine/core';
import { ChevronRight, Search } from 'lucide-react';
import { useId, useState } from 'react';
import { words } from '../messages/words.ts';
import { countryName } from '../text/index.ts';
import { ALL_COUNTRIES, COUNTRY_GROUPS, type CountryGroup } from './countries.ts';
import styles from './countries-field.module.css';

const GROUPS: readonly CountryGroup[] = ['union', 'europe', 'americas', 'asia', 'africa', 'oceania'];

/**
 * Many countries, by name or by part of the world. One that is spoken for says by whom, and cannot be chosen.
 *
 * @example
 * <CountriesField label="Countries" value={codes} onChange={setCodes} taken={new Map([['GB', 'United Kingdom']])} />
 */
export function CountriesField(props: {
  readonly label: string;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly value: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
  /** By code: what it is in already. */
  readonly taken?: ReadonlyMap<string, string>;
  readonly isReadOnly?: boolean;
}) {
  const { label, description, error, value, onChange, taken = new Map(), isReadOnly = false } = props;
  const t = words().countries;
  const id = useId();
  const [typed, setTyped] = useState('');
  const chosen = new Set(value);
  const set = (codes: readonly string[], isIn: boolean) => {
    const free = codes.filter((code) => !taken.has(code));
    const next = new Set(value);
    for (const code of free) isIn ? next.add(code) : next.delete(code);
    onChange([...next].toSorted());
  };
  const wanted = plain(typed.trim());
  const found = wanted === '' ? [] : ALL_COUNTRIES.filter((code) => isCalled(code, wanted));
  return (
    <Input.Wrapper
      label={label}
      description={description}
      error={error}
      labelElement="div"
      labelProps={{ id }}
    >
      <fieldset className={styles.frame} aria-labelledby={id}>
        <Chosen {...{ value, isReadOnly, label }} onRemove={(code) => set([code], false)} />
        {!isReadOnly && (
          <>
            <TextInput
              {...{
                size: 'xs',
                className: styles.find,
                placeholder: t.find,
                'aria-label': t.find,
                value: typed,
              }}
              leftSection={<Search size={13} aria-hidden />}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                const [first] = found.filter((code) => !taken.has(code));
                if (first !== undefined) set([first], !chosen.has(first));
              }}
            />
            <div className={styles.list}>
              {wanted === '' ? (
                GROUPS.map((group) => <Group key={group} {...{ group, chosen, taken, set }} />)
              ) : (
                <Countries codes={byName(found)} {...{ chosen, taken, set }} />
              )}
              {wanted !== '' && found.length === 0 && <p className={styles.none}>{words().noMatch}</p>}
            </div>
          </>
        )}
      </fieldset>
    </Input.Wrapper>
  );
}

type Parts = {
  readonly chosen: ReadonlySet<string>;
  readonly taken: ReadonlyMap<string, string>;
  readonly set: (codes: readonly string[], isIn: boolean) => void;
};

const MOST_PILLS = 12;

function Chosen(props: {
  readonly value: readonly string[];
  readonly label: string;
  readonly isReadOnly: boolean;
  readonly onRemove: (code: string) => void;
}) {
  const { value, label, isReadOnly, onRemove } = props;
  const t = words().countries;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? byName(value) : byName(value).slice(0, MOST_PILLS);
  if (value.length === 0) return <p className={styles.none}>{t.none}</p>;
  return (
    <Pill.Group className={styles.pills} aria-label={label}>
      {shown.map((code) => (
        <Pill
          key={code}
          withRemoveButton={!isReadOnly}
          onRemove={() => onRemove(code)}
          removeButtonProps={{ 'aria-label': t.remove(countryName(code)), 'aria-hidden': false, tabIndex: 0 }}
        >
          {countryName(code)}
        </Pill>
      ))}
      {shown.length < value.length && (
        <UnstyledButton className={styles.more} onClick={() => setWhole(true)}>
          {t.more(value.length - shown.length)}
        </UnstyledButton>
      )}
    </Pill.Group>
  );
}

function Group({ group, ...parts }: Parts & { readonly group: CountryGroup }) {
  const { chosen, taken, set } = parts;
  const t = words().countries;
  const [isOpen, setOpen] = useState(false);
  const free = COUNTRY_GROUPS[group].filter((code) => !taken.has(code));
  const count = free.filter((code) => chosen.has(code)).length;
  const isAll = count > 0 && count === free.length;
  const size = COUNTRY_GROUPS[group].length;
  const figure = count > 0 ? t.of(count, size) : String(size);
  return (
    <div>
      <div className={styles.head}>
        <Checkbox
          size="xs"
          label={t.groups[group]}
          checked={isAll}
          indeterminate={count > 0 && !isAll}
          disabled={free.length === 0}
          onChange={() => set(free, !isAll)}
        />
        <UnstyledButton
          className={styles.opener}
          aria-expanded={isOpen}
          aria-label={`${t.groups[group]}: ${figure}`}
          onClick={() => setOpen(!isOpen)}
        >
          {figure}
          <ChevronRight size={14} aria-hidden className={styles.arrow} />
        </UnstyledButton>
      </div>
      {isOpen && <Countries codes={byName(COUNTRY_GROUPS[group])} {...parts} />}
    </div>
  );
}

function Countries({ codes, chosen, taken, set }: Parts & { readonly codes: readonly string[] }) {
  return (
    <div className={styles.countries}>
      {codes.map((code) => (
        <Checkbox
          key={code}
          size="xs"
          label={countryName(code)}
          description={taken.get(code)}
          checked={chosen.has(code)}
          disabled={taken.has(code)}
          onChange={() => set([code], !chosen.has(code))}
        />
      ))}
    </div>
  );
}

function byName(codes: readonly string[]): readonly string[] {
  return codes.toSorted((one, other) => countryName(one).localeCompare(countryName(other)));
}

function isCalled(code: string, wanted: string): boolean {
  return code.toLowerCase() === wanted || plain(countryName(code)).includes(wanted);
}

function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}
