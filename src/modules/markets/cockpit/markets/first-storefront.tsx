import { Group, Select, TextInput } from '@mantine/core';
import { languageChoices } from '../choices.ts';
import { marketWords } from '../words.ts';
import { prefixFor, type Storefront } from './market.ts';
import { OwnWords } from './own-words.tsx';

export type FirstStorefront = { readonly locale: string; readonly prefix: string };

/** In which language a new market is sold to, and at which address: without one nobody finds it. */
export function FirstStorefrontFields(props: {
  readonly value: FirstStorefront;
  readonly onChange: (value: FirstStorefront) => void;
  readonly storefronts: readonly Storefront[];
  readonly countries: readonly string[];
  readonly problems: Readonly<Record<string, string>>;
}) {
  const { value, onChange, storefronts, countries, problems } = props;
  const t = marketWords().markets;
  return (
    <>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <Select
          {...{ label: t.language, placeholder: t.later, data: languageChoices(value.locale) }}
          {...{ searchable: true, clearable: true, autoComplete: 'off', error: problems['locale'] }}
          value={value.locale === '' ? null : value.locale}
          onChange={(chosen) => {
            const locale = chosen ?? '';
            onChange({ locale, prefix: locale === '' ? '' : prefixFor(locale, countries, storefronts) });
          }}
        />
        <TextInput
          {...{ label: t.address, value: value.prefix, error: problems['prefix'], leftSection: '/' }}
          {...{ disabled: value.locale === '', required: value.locale !== '', maxLength: 11 }}
          onChange={({ currentTarget: { value: prefix } }) => onChange({ ...value, prefix })}
        />
      </Group>
      <OwnWords locale={value.locale} />
    </>
  );
}
