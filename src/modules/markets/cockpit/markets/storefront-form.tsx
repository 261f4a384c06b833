import { Alert, Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { languageChoices } from '../choices.ts';
import { marketWords } from '../words.ts';
import { type Market, prefixFor, type Storefront } from './market.ts';
import { OwnWords } from './own-words.tsx';

/** Adds a language at an address to a market, or changes what stands at `storefront`'s. */
export function StorefrontForm(props: {
  readonly market: Market;
  readonly markets: readonly Market[];
  readonly storefronts: readonly Storefront[];
  readonly storefront?: Storefront;
  readonly onClose: () => void;
}) {
  const { market, markets, storefronts, storefront, onClose } = props;
  const t = marketWords().markets;
  const [form, setForm] = useState({
    ...{ market: market.code, locale: storefront?.locale ?? '', prefix: storefront?.prefix ?? '' },
  });
  const save = useWrite('saveStorefront', {
    ...{ about: ['markets'], isTold: true },
    onDone: () => {
      sayDone(t.saved);
      onClose();
    },
  });
  const remove = useWrite('removeStorefront', {
    about: ['markets'],
    onDone: ({ isRemoved }) => {
      if (isRemoved) sayDone(t.storefrontRemoved);
      onClose();
    },
  });
  const problems = problemsByField(save.error);
  const isKnown = storefront !== undefined;
  const countries = markets.find(({ code }) => code === form.market)?.countries ?? [];
  const isTaken = !isKnown && storefronts.some(({ prefix }) => prefix === form.prefix);
  const position = storefront?.position ?? Math.max(0, ...storefronts.map((one) => one.position + 1));
  return (
    <Modal
      opened
      onClose={onClose}
      title={isKnown ? t.editTitle(`/${storefront.prefix}`) : t.addStorefront}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isTaken) save.mutate({ body: { ...form, position } });
        }}
      >
        <Stack gap="md">
          <Select
            {...{ label: t.language, data: languageChoices(form.locale), error: problems['locale'] }}
            {...{ searchable: true, allowDeselect: false, required: true, autoComplete: 'off' }}
            {...{ value: form.locale === '' ? null : form.locale, 'data-autofocus': !isKnown }}
            onChange={(locale) => {
              if (locale === null) return;
              const prefix = isKnown ? form.prefix : prefixFor(locale, countries, storefronts);
              setForm({ ...form, locale, prefix });
            }}
          />
          <TextInput
            {...{ label: t.address, leftSection: '/', value: form.prefix, readOnly: isKnown, maxLength: 11 }}
            {...{ required: !isKnown, description: isKnown ? t.addressFixed : t.addressText }}
            error={problems['prefix'] ?? (isTaken && form.prefix !== '' ? t.addressTaken : undefined)}
            onChange={({ currentTarget: { value: prefix } }) => setForm({ ...form, prefix })}
          />
          <Select
            {...{ label: t.market, value: form.market, allowDeselect: false, error: problems['market'] }}
            data={markets.map(({ code, name, currency }) => ({
              value: code,
              label: `${name} (${currency})`,
            }))}
            onChange={(chosen) => chosen !== null && setForm({ ...form, market: chosen })}
          />
          <OwnWords locale={form.locale} />
          {problems[''] && (
            <Alert color="red" role="alert">
              {problems['']}
            </Alert>
          )}
          <Group justify="space-between" gap="xs">
            {isKnown && storefront.prefix !== '' ? (
              <ConfirmButton
                {...{ title: t.storefrontRemoveTitle(`/${storefront.prefix}`), verb: t.remove }}
                text={t.storefrontRemoveText}
                onConfirm={() => remove.mutateAsync({ query: { prefix: storefront.prefix } })}
              >
                {t.remove}
              </ConfirmButton>
            ) : (
              <span />
            )}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t.cancel}
              </Button>
              <Button type="submit" loading={save.isPending} disabled={form.locale === '' || isTaken}>
                {isKnown ? t.save : t.addStorefront}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
