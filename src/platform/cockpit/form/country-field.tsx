import { Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { countryName } from '../text/format.ts';
import { ALL_COUNTRIES } from './countries.ts';

/** A country by its name in the person's language, found by typing; its value is the code of ISO 3166-1. */
export function CountryField(
  props: Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
    readonly value: string;
    readonly onChange: (code: string) => void;
  },
) {
  const { value, onChange, ...rest } = props;
  const data = useMemo(() => {
    return ALL_COUNTRIES.map((code) => ({ value: code, label: countryName(code) })).toSorted((one, other) =>
      one.label.localeCompare(other.label),
    );
  }, []);
  return (
    <Select
      {...rest}
      searchable
      data={data}
      value={value === '' ? null : value}
      onChange={(code) => code !== null && onChange(code)}
      autoComplete="off"
    />
  );
}
