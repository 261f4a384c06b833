import { Alert, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { CountryField, SaveBar } from '../../../../platform/cockpit/form/index.ts';
import { Card, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { currencyChoices, languageChoices, zoneChoices } from '../choices.ts';
import styles from '../settings.module.css';
import { marketWords } from '../words.ts';
import { ContestedAlert } from './contested-alert.tsx';
import type { KeptShop, ShopField } from './form.ts';
import { useShopForm } from './use-shop-form.ts';

/** Who the shop is: to shoppers, on invoices, and to itself. */
export function Screen() {
  const t = marketWords();
  const shop = useRead('readShop', {}, { about: ['markets'] });
  return (
    <Page title={t.shop.title} about={t.shop.about} isNarrow>
      <Shown of={shop}>{(found) => <ShopDetails shop={found} />}</Shown>
    </Page>
  );
}

type Field = 'name' | 'tagline' | 'legalName' | 'email' | 'phone' | 'vatId' | 'postalAddress';
const LIMITS: Readonly<Record<Field, number>> = {
  ...{ name: 200, tagline: 300, legalName: 300, email: 254, phone: 50, vatId: 20, postalAddress: 1_000 },
};

function ShopDetails({ shop }: { readonly shop: KeptShop }) {
  const t = marketWords();
  const mayWrite = useMay()('settings:write');
  const { form, change, problems, contested, ...state } = useShopForm(shop);
  const text = (field: Field) => ({
    ...{ label: t.shop.fields[field], value: form[field], error: problems[field], readOnly: !mayWrite },
    ...{ maxLength: LIMITS[field], name: field },
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) =>
      change({ [field]: value }),
  });
  const { '': general, version: _, ...atFields } = problems;
  const wrong = Object.keys(atFields).length;
  useEffect(() => {
    if (wrong > 0) document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus();
  }, [wrong]);
  const isElsewhere = general !== undefined && wrong === 0;
  return (
    <>
      {!shop.isDescribed && <Alert>{t.shop.first}</Alert>}
      {contested && <ContestedAlert of={contested} onTake={(field, value) => change({ [field]: value })} />}
      <Card title={t.shop.face} about={t.shop.faceText}>
        <Stack gap="sm">
          <TextInput {...text('name')} required />
          <TextInput {...text('tagline')} description={t.shop.taglineText} />
        </Stack>
      </Card>
      <Card title={t.shop.company} about={t.shop.companyText}>
        <div className={styles.pairs}>
          <TextInput {...text('legalName')} required className={styles.whole ?? ''} />
          <Textarea {...text('postalAddress')} required autosize minRows={3} className={styles.whole ?? ''} />
          <CountryField
            label={t.shop.fields.country}
            description={t.shop.countryText}
            value={form.country}
            error={problems['country']}
            readOnly={!mayWrite}
            onChange={(country) => change({ country })}
          />
          <TextInput {...text('vatId')} description={t.shop.vatIdText} autoComplete="off" />
        </div>
      </Card>
      <Card title={t.shop.contact} about={t.shop.contactText}>
        <div className={styles.pairs}>
          <TextInput {...text('email')} type="email" required />
          <TextInput {...text('phone')} type="tel" />
        </div>
      </Card>
      <Card title={t.shop.counting} about={t.shop.countingText}>
        <Counting {...{ form, problems, mayWrite }} change={(field, value) => change({ [field]: value })} />
      </Card>
      <SaveBar
        isChanged={mayWrite && state.isChanged}
        isBusy={state.isBusy}
        problem={isElsewhere ? general : wrong > 0 ? t.seeFields : undefined}
        onSave={state.save}
        onDiscard={state.discard}
      />
    </>
  );
}

function Counting(props: {
  readonly form: Readonly<Record<'timeZone' | 'defaultCurrency' | 'defaultLocale', string>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly mayWrite: boolean;
  readonly change: (field: ShopField, value: string) => void;
}) {
  const { form, problems, mayWrite, change } = props;
  const t = marketWords().shop;
  const [zones, currencies, languages] = useMemo(
    () => [
      zoneChoices(form.timeZone),
      currencyChoices(form.defaultCurrency),
      languageChoices(form.defaultLocale),
    ],
    [form.timeZone, form.defaultCurrency, form.defaultLocale],
  );
  const pick = (field: 'timeZone' | 'defaultCurrency' | 'defaultLocale') => ({
    ...{ label: t.fields[field], value: form[field], error: problems[field], readOnly: !mayWrite },
    ...{ searchable: true, allowDeselect: false, limit: 80, autoComplete: 'off' },
    onChange: (chosen: string | null) => chosen !== null && change(field, chosen),
  });
  return (
    <div className={styles.pairs}>
      <Select
        {...pick('timeZone')}
        data={zones}
        description={t.timeZoneText}
        className={styles.whole ?? ''}
      />
      <Select {...pick('defaultCurrency')} data={currencies} description={t.currencyText} />
      <Select {...pick('defaultLocale')} data={languages} description={t.localeText} />
    </div>
  );
}
