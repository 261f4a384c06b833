import { Button, Group } from '@mantine/core';
import { Percent } from 'lucide-react';
import { useState } from 'react';
import { useRead, useRows } from '../../../../platform/cockpit/api/index.ts';
import { CountryField } from '../../../../platform/cockpit/form/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useMay } from '../../../../platform/cockpit/state/index.ts';
import { type Column, DataTable } from '../../../../platform/cockpit/table/index.ts';
import { countryName } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { percentShown } from '../percent.ts';
import { ABOUT, className, type TaxClass, type TaxRate, taxWords } from '../words.ts';
import { RateDialog } from './rate-dialog.tsx';
import { standingOf } from './standing.ts';
import { StarterDialog } from './starter-dialog.tsx';

type Open = { readonly rate?: TaxRate } | 'starter' | undefined;

/** Every rate with its place, kind of goods and days; the past ones explain past orders. */
export function Screen() {
  const t = taxWords();
  const [query, change] = useAddress();
  const country = textIn(query, 'country');
  const [open, setOpen] = useState<Open>();
  const rates = useRows(
    'listTaxRates',
    { query: country === '' ? {} : { country } },
    { ...ABOUT, isKept: true },
  );
  const classes = useRead('listTaxClasses', { query: { limit: '100' } }, ABOUT);
  const known = classes.data?.items ?? [];
  const actions = useMay()('settings:write') && (
    <>
      <Button variant="default" onClick={() => setOpen('starter')}>
        {t.starter}
      </Button>
      <Button onClick={() => setOpen({})}>{t.addRate}</Button>
    </>
  );
  return (
    <Page title={t.rates} about={t.ratesText} actions={actions || undefined} isWhole>
      <Group>
        <CountryField
          {...{ size: 'xs', w: 240, placeholder: t.allCountries, 'aria-label': t.country, value: country }}
          clearable
          onClear={() => change({ country: undefined })}
          onChange={(code) => change({ country: code })}
        />
      </Group>
      <DataTable
        label={t.rates}
        columns={columnsOf(known, (rate) => setOpen({ rate }))}
        source={rates}
        idOf={({ id }) => id}
        isFiltered={country !== ''}
        empty={
          <EmptyState icon={Percent} title={t.noRates} text={t.noRatesText} action={actions || undefined} />
        }
        phone={(rate) => ({
          title: `${percentShown(rate.rateMillionths)} · ${rate.name}`,
          detail: `${placeText(rate)} · ${className(rate.taxClass, known)}`,
          aside: <Change rate={rate} onEdit={(one) => setOpen({ rate: one })} />,
        })}
      />
      {open === 'starter' && <StarterDialog onClose={() => setOpen(undefined)} />}
      {open !== undefined && open !== 'starter' && (
        <RateDialog {...open} classes={known} onClose={() => setOpen(undefined)} />
      )}
    </Page>
  );
}

function columnsOf(
  classes: readonly TaxClass[],
  onEdit: (rate: TaxRate) => void,
): readonly Column<TaxRate>[] {
  const t = taxWords();
  return [
    { key: 'place', label: t.place, cell: placeText, isTitle: true },
    { key: 'name', label: t.name, width: '120px', cell: ({ name }) => name },
    { key: 'goods', label: t.goods, width: '150px', cell: ({ taxClass }) => className(taxClass, classes) },
    {
      ...{ key: 'rate', label: t.rate, width: '100px', align: 'end' },
      cell: ({ rateMillionths }) => percentShown(rateMillionths),
    },
    {
      key: 'days',
      label: t.days,
      width: '210px',
      cell: ({ validFrom, validUntil }) => t.span(validFrom, validUntil),
    },
    {
      ...{ key: 'state', label: t.state, width: '100px' },
      cell: (rate) => {
        const standing = standingOf(rate, today());
        return (
          <StateBadge tone={standing === 'now' ? 'good' : 'neutral'}>{t.standings[standing]}</StateBadge>
        );
      },
    },
    {
      ...{ key: 'change', label: t.change, width: '110px', align: 'end' },
      cell: (rate) => <Change rate={rate} onEdit={onEdit} />,
    },
  ];
}

function Change({ rate, onEdit }: { readonly rate: TaxRate; readonly onEdit: (rate: TaxRate) => void }) {
  const t = taxWords();
  if (!useMay()('settings:write')) return null;
  const name = `${placeText(rate)} ${percentShown(rate.rateMillionths)}`;
  return (
    <Button variant="subtle" aria-label={`${t.change}: ${name}`} onClick={() => onEdit(rate)}>
      {t.change}
    </Button>
  );
}

function placeText({ country, region, postalPrefixes }: TaxRate): string {
  const narrowed = [region, postalPrefixes.slice(0, 4).join(', ')].filter(Boolean).join(' ');
  return narrowed === '' ? countryName(country) : `${countryName(country)}: ${narrowed}`;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
