import { Select } from '@mantine/core';
import { useEffect } from 'react';
import { useRead } from '../../../platform/cockpit/api/index.ts';
import { searchWords } from './words.ts';

/** One of the languages of the shop; its own until another is chosen. */
export function LocaleSelect({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (locale: string) => void;
}) {
  const t = searchWords();
  const locales = useRead('listProductChoices', {}, { about: ['markets'], isKept: true }).data?.locales ?? [];
  const [first] = locales;
  useEffect(() => {
    if (value === '' && first !== undefined) onChange(first);
  }, [value, first, onChange]);
  return (
    <Select
      {...{ label: t.locale, w: 90, value, allowDeselect: false, data: [...locales] }}
      onChange={(locale) => locale && onChange(locale)}
    />
  );
}
