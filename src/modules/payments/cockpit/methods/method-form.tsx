import { Checkbox, Group, Radio, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField, problemsByField, SaveBar } from '../../../../platform/cockpit/form/index.ts';
import { Card, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { languageName } from '../../../../platform/cockpit/text/index.ts';
import { type Provider, paymentWords, type Standing } from '../words.ts';
import { type MethodDraft, MODES } from './method.ts';

type Changing = {
  readonly draft: MethodDraft;
  readonly set: (change: Partial<MethodDraft>) => void;
  readonly problems: Readonly<Record<string, string>>;
};

/** What a way to pay is called, where and between which amounts it is offered, and when money is taken. */
export function MethodForm(props: {
  readonly initial: MethodDraft;
  readonly isNew?: boolean;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onSave: (draft: MethodDraft) => void;
}) {
  const { initial, isNew = false, isBusy, error, onSave } = props;
  const go = useGo();
  const isReadOnly = !useMay()('payments:write');
  const [draft, setDraft] = useState(initial);
  const standing = useRead('readPaymentStanding', {}, { about: ['payments', 'markets'] });
  const set = (change: Partial<MethodDraft>) => setDraft((before) => ({ ...before, ...change }));
  const problems = problemsByField(error);
  const parts = { draft, set, problems };
  const isChanged = isNew || JSON.stringify(draft) !== JSON.stringify(initial);
  return (
    <>
      <fieldset disabled={isReadOnly} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Stack>
          {isNew && <HowCard {...parts} />}
          <Shown of={standing}>
            {({ markets }) => (
              <Stack>
                <TitlesCard {...{ ...parts, markets }} />
                <WhereCard {...{ ...parts, markets }} />
              </Stack>
            )}
          </Shown>
          <TakenCard {...{ ...parts, isNew }} />
        </Stack>
      </fieldset>
      <SaveBar
        isChanged={isChanged && !isReadOnly}
        isBusy={isBusy}
        problem={error === null ? undefined : (problems[''] ?? error.message)}
        onSave={() => onSave(draft)}
        onDiscard={() => (isNew ? go('/settings/payments') : setDraft(initial))}
      />
    </>
  );
}

const PROVIDERS = Object.keys(MODES) as readonly Provider[];

function HowCard({ draft, set }: Changing) {
  const t = paymentWords();
  const choose = (provider: Provider) => set({ provider, mode: MODES[provider][0] ?? 'redirect' });
  return (
    <Card title={t.how}>
      <Stack gap="sm">
        <Select
          {...{ label: t.provider, value: draft.provider, allowDeselect: false }}
          data={PROVIDERS.map((value) => ({ value, label: t.names[value] }))}
          onChange={(chosen) => {
            const provider = PROVIDERS.find((one) => one === chosen);
            if (provider !== undefined) choose(provider);
          }}
        />
        <Mode {...{ draft, set }} />
      </Stack>
    </Card>
  );
}

function Mode({ draft, set }: Pick<Changing, 'draft' | 'set'>) {
  const t = paymentWords();
  const modes = MODES[draft.provider];
  return (
    <Radio.Group
      label={t.mode}
      value={draft.mode}
      onChange={(chosen) => set({ mode: modes.find((mode) => mode === chosen) ?? draft.mode })}
    >
      <Stack gap="xs" mt={6}>
        {modes.map((mode) => (
          <Radio key={mode} size="xs" value={mode} label={t.modes[mode]} description={t.modesText[mode]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

type WithMarkets = Changing & { readonly markets: Standing['markets'] };

function TitlesCard({ draft, set, problems, markets }: WithMarkets) {
  const t = paymentWords();
  const { language } = useSession().member;
  const sold = markets.flatMap(({ locales }) => locales);
  const known = [...new Set([...sold, ...Object.keys(draft.titles)])];
  return (
    <Card title={t.titles} about={t.titlesText}>
      <Stack gap="sm">
        {(known.length === 0 ? [language] : known).map((locale, index) => (
          <TextInput
            key={locale}
            label={languageName(locale)}
            placeholder={t.names[draft.provider]}
            maxLength={100}
            value={draft.titles[locale] ?? ''}
            error={index === 0 ? problems['titles'] : undefined}
            onChange={(event) => set({ titles: { ...draft.titles, [locale]: event.currentTarget.value } })}
          />
        ))}
      </Stack>
    </Card>
  );
}

function WhereCard({ draft, set, problems, markets }: WithMarkets) {
  const t = paymentWords();
  const isEverywhere = draft.marketCodes.length === 0;
  const offered = markets.filter(({ code }) => isEverywhere || draft.marketCodes.includes(code));
  const currencies = [...new Set([...offered.map(({ currency }) => currency), ...Object.keys(draft.limits)])];
  const limit = (currency: string, part: 'min' | 'max', amount: string) => {
    const known = draft.limits[currency] ?? { min: '', max: '' };
    set({ limits: { ...draft.limits, [currency]: { ...known, [part]: amount } } });
  };
  return (
    <Card title={t.where}>
      <Stack gap="md">
        <Checkbox.Group
          label={t.markets}
          description={t.marketsText}
          value={[...draft.marketCodes]}
          onChange={(marketCodes) => set({ marketCodes })}
        >
          <Group mt={8} gap="md">
            {markets.map(({ code, name }) => (
              <Checkbox key={code} size="xs" value={code} label={name} />
            ))}
          </Group>
        </Checkbox.Group>
        {currencies.map((currency) => (
          <Group key={currency} grow align="flex-start">
            {(['min', 'max'] as const).map((part) => (
              <MoneyField
                key={part}
                label={t[part](currency)}
                currency={currency}
                value={draft.limits[currency]?.[part] ?? ''}
                error={part === 'max' ? problems[`limits.${currency}`] : undefined}
                onChange={(amount) => limit(currency, part, amount)}
              />
            ))}
          </Group>
        ))}
      </Stack>
    </Card>
  );
}

function TakenCard({ draft, set, isNew }: Changing & { readonly isNew: boolean }) {
  const t = paymentWords();
  return (
    <Card title={t.taking}>
      <Stack gap="md">
        {!isNew && MODES[draft.provider].length > 1 && <Mode {...{ draft, set }} />}
        {draft.mode !== 'by_hand' && (
          <Radio.Group
            label={t.taken}
            value={draft.isCapturedAtOnce ? 'at_once' : 'later'}
            onChange={(chosen) => set({ isCapturedAtOnce: chosen === 'at_once' })}
          >
            <Stack gap="xs" mt={6}>
              <Radio size="xs" value="at_once" label={t.atOnce} description={t.atOnceText} />
              <Radio size="xs" value="later" label={t.later} description={t.laterText} />
            </Stack>
          </Radio.Group>
        )}
        <Switch
          label={t.offered}
          checked={draft.isActive}
          onChange={(event) => set({ isActive: event.currentTarget.checked })}
        />
      </Stack>
    </Card>
  );
}
