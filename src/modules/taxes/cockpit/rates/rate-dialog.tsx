import { Alert, Button, Group, Modal, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { CountryField, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { millionthsOf } from '../percent.ts';
import { className, type TaxClass, type TaxRate, taxWords } from '../words.ts';
import { changedOn, draftOf, type RateDraft, type SentRate, sentRate } from './rate-draft.ts';

/**
 * Makes a rate, or changes `rate`: put right as it is, or another from a day on. Place, levy, class and first day are
 * what it is known by; they stay.
 */
export function RateDialog(props: {
  readonly rate?: TaxRate;
  readonly classes: readonly TaxClass[];
  readonly onClose: () => void;
}) {
  const { rate, classes, onClose } = props;
  const t = taxWords();
  const isNew = rate === undefined;
  const [draft, setDraft] = useState<RateDraft>(() => draftOf(rate));
  const [changesOn, setChangesOn] = useState('');
  const set = (change: Partial<RateDraft>) => setDraft((before) => ({ ...before, ...change }));
  const done = (said: string) => () => {
    sayDone(said);
    onClose();
  };
  const save = useWrite('saveTaxRates', { about: ['taxes'], isTold: true, onDone: done(t.savedRate) });
  const remove = useWrite('removeTaxRate', { about: ['taxes'], onDone: done(t.removedRate) });
  const problems = problemsByField(save.error);
  const problem = (name: string) => problems[`rates.0.${name}`] ?? problems[`rates.1.${name}`];
  const [told] = Object.values(problems);
  const rates: readonly SentRate[] | undefined = ratesOf(draft, rate, changesOn);
  const isPercent = draft.percent === '' || millionthsOf(draft.percent) !== undefined;
  const text = (name: 'name' | 'region' | 'levy' | 'source', most: number) => ({
    ...{ label: t.fields[name], value: draft[name], maxLength: most, error: problem(name) },
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set({ [name]: event.currentTarget.value }),
  });
  return (
    <Modal opened onClose={onClose} title={isNew ? t.addRate : t.changeRate} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (rates !== undefined) save.mutate({ body: { rates: [...rates] } });
        }}
      >
        <Stack>
          <Group grow align="flex-start">
            <CountryField
              {...{ label: t.country, value: draft.country, disabled: !isNew, error: problem('country') }}
              onChange={(country) => set({ country })}
            />
            <TextInput {...text('region', 3)} placeholder="NY" disabled={!isNew} />
            <Select
              {...{ label: t.goods, value: draft.taxClass, allowDeselect: false, disabled: !isNew }}
              error={problem('taxClass')}
              data={['', ...classes.map(({ code }) => code)].map((value) => {
                return { value, label: className(value, classes) };
              })}
              onChange={(taxClass) => set({ taxClass: taxClass ?? '' })}
            />
          </Group>
          <Group grow align="flex-start">
            <TextInput {...text('name', 100)} description={t.nameText} />
            <TextInput
              {...{ label: t.rate, description: t.rateText, value: draft.percent, inputMode: 'decimal' }}
              data-autofocus
              rightSection={<span aria-hidden>%</span>}
              error={isPercent ? problem('rateMillionths') : t.noPercent}
              onChange={(event) => set({ percent: event.currentTarget.value })}
            />
          </Group>
          {!isNew && (
            <TextInput
              {...{
                type: 'date',
                label: t.changesOn,
                description: t.changesOnText,
                value: changesOn,
                maw: 300,
              }}
              onChange={(event) => setChangesOn(event.currentTarget.value)}
            />
          )}
          <Group grow align="flex-start">
            <TextInput
              {...{ type: 'date', label: t.validFrom, value: draft.validFrom, disabled: !isNew }}
              error={problem('validFrom')}
              onChange={(event) => set({ validFrom: event.currentTarget.value })}
            />
            <TextInput
              {...{ type: 'date', label: t.validUntil, value: draft.validUntil, disabled: changesOn !== '' }}
              error={problem('validUntil')}
              onChange={(event) => set({ validUntil: event.currentTarget.value })}
            />
          </Group>
          {isNew && (
            <Group grow align="flex-start">
              <TagsInput
                {...{ label: t.postalPrefixes, description: t.postalPrefixesText, placeholder: '35' }}
                error={problem('postalPrefixes')}
                splitChars={[',', ' ', ';']}
                value={[...draft.postalPrefixes]}
                onChange={(postalPrefixes) => set({ postalPrefixes })}
              />
              <TextInput {...text('levy', 40)} description={t.levyText} />
            </Group>
          )}
          <TextInput {...text('source', 500)} description={t.sourceText} />
          {told !== undefined && (
            <Alert color="red" role="alert">
              {told}
            </Alert>
          )}
          <Group justify="space-between">
            {rate === undefined ? (
              <span />
            ) : (
              <ConfirmButton
                title={t.removeRateTitle}
                text={t.removeRateText}
                verb={t.remove}
                onConfirm={() => remove.mutateAsync({ params: { id: rate.id } })}
              >
                {t.remove}
              </ConfirmButton>
            )}
            <Button type="submit" loading={save.isPending} disabled={rates === undefined}>
              {t.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function ratesOf(
  draft: RateDraft,
  rate: TaxRate | undefined,
  changesOn: string,
): readonly SentRate[] | undefined {
  if (rate !== undefined && changesOn !== '') return changedOn(rate, changesOn, draft.percent);
  const sent = sentRate(draft);
  return sent === undefined ? undefined : [sent];
}
