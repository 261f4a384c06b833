import { Alert, Button, Group, Modal, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { CountriesField, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { useSession } from '../../../../platform/cockpit/state/index.ts';
import { currencyChoices } from '../choices.ts';
import { marketWords } from '../words.ts';
import { type FirstStorefront, FirstStorefrontFields } from './first-storefront.tsx';
import { codeFor, inOrder, type Market, type Storefront, takenBy } from './market.ts';
import { MarketChanges } from './market-changes.tsx';

/** Makes a market with its first address, or changes `market`, and says what follows. */
export function MarketForm(props: {
  readonly markets: readonly Market[];
  readonly storefronts: readonly Storefront[];
  readonly market?: Market;
  readonly onClose: () => void;
}) {
  const { market, markets, storefronts, onClose } = props;
  const t = marketWords().markets;
  const { currency: first } = useSession().shop;
  const [form, setForm] = useState({
    ...{ name: market?.name ?? '', countries: market?.countries ?? [], currency: market?.currency ?? first },
    pricesIncludeTax: market?.pricesIncludeTax ?? true,
  });
  const [front, setFront] = useState<FirstStorefront>({ locale: '', prefix: '' });
  const options = { about: ['markets'], isTold: true } as const;
  const save = useWrite('saveMarket', options);
  const place = useWrite('saveStorefront', options);
  const problems = problemsByField(save.error ?? place.error);
  const code = market?.code ?? codeFor(form.name, markets);
  const position = market?.position ?? (inOrder(markets, (one) => one.code).at(-1)?.position ?? -1) + 1;
  const isKnown = market !== undefined;
  const send = async () => {
    await save.mutateAsync({ params: { code }, body: { ...form, countries: [...form.countries], position } });
    if (!isKnown && front.locale !== '') {
      await place.mutateAsync({ body: { ...front, market: code, position: storefronts.length } });
    }
    sayDone(isKnown ? t.saved : t.made(form.name));
    onClose();
  };
  const currencies = useMemo(() => currencyChoices(form.currency), [form.currency]);
  return (
    <Modal opened onClose={onClose} title={isKnown ? t.editTitle(market.name) : t.add} size="xl" centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // What was wrong is shown at its field.
          send().catch(() => undefined);
        }}
      >
        <Stack gap="md">
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <TextInput
              {...{ label: t.name, placeholder: t.nameHint, value: form.name, error: problems['name'] }}
              {...{ required: true, maxLength: 100, 'data-autofocus': true }}
              onChange={({ currentTarget: { value } }) => setForm({ ...form, name: value })}
            />
            <Select
              {...{ label: t.currency, data: currencies, value: form.currency, error: problems['currency'] }}
              {...{ searchable: true, allowDeselect: false, limit: 80, autoComplete: 'off' }}
              onChange={(chosen) => chosen !== null && setForm({ ...form, currency: chosen })}
            />
          </Group>
          <CountriesField
            {...{ label: t.countriesLabel, description: t.countriesText, value: form.countries }}
            taken={takenBy(markets, code)}
            error={problems['countries'] ?? countryProblem(problems)}
            onChange={(countries) => setForm({ ...form, countries: [...countries] })}
          />
          <Radio.Group
            label={t.tax}
            description={t.taxText}
            value={String(form.pricesIncludeTax)}
            onChange={(chosen) => setForm({ ...form, pricesIncludeTax: chosen === 'true' })}
          >
            <Group gap="lg" mt={6}>
              <Radio value="true" size="sm" label={t.withTax} />
              <Radio value="false" size="sm" label={t.withoutTax} />
            </Group>
          </Radio.Group>
          {!isKnown && (
            <FirstStorefrontFields
              {...{ value: front, onChange: setFront, storefronts, countries: form.countries, problems }}
            />
          )}
          <MarketChanges {...{ market, form, code, markets }} />
          {problems[''] && (
            <Alert color="red" role="alert">
              {problems['']}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
            <Button
              type="submit"
              loading={save.isPending || place.isPending}
              disabled={form.name.trim() === ''}
            >
              {isKnown ? t.save : t.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function countryProblem(problems: Readonly<Record<string, string>>): string | undefined {
  const field = Object.keys(problems).find((one) => one.startsWith('countries.'));
  return field === undefined ? undefined : problems[field];
}
