import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Asking, callApi, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { showWork } from '../../../../platform/cockpit/state/index.ts';
import { priceWords } from '../words.ts';
import { ChangePreview } from './change-preview.tsx';
import { NEW_RULE, type Rule, ruleBody } from './rule.ts';
import { RuleForm } from './rule-form.tsx';

type Selection = Asking<'changePrices'>['body']['selection'];

/** Many prices by a rule: what each becomes is seen before anything is changed. */
export function ChangePrices(props: {
  readonly currency: string;
  readonly selection: Selection;
  /** How many rows were chosen; 0: all that the filter finds. */
  readonly chosen: number;
  readonly close: () => void;
}) {
  const { currency, selection, chosen, close } = props;
  const t = priceWords().change;
  const [rule, setRule] = useState<Rule>(NEW_RULE);
  const [startsAt, setStartsAt] = useState('');
  const [asked] = useDebouncedValue(rule, 250);
  const wanted = ruleBody(asked, currency);
  const body = wanted && { ...wanted, selection, currency };
  const preview = useQuery({
    queryKey: ['previewPriceChange', body],
    queryFn: ({ signal }) => {
      if (body === undefined) throw new TypeError('there is no rule yet');
      return callApi('previewPriceChange', { body }, { signal });
    },
    enabled: body !== undefined,
    placeholderData: keepPreviousData,
    meta: { about: ['pricing'] },
  });
  const change = useWrite('changePrices', {
    ...{ about: ['work'], isTold: true },
    onDone: () => {
      close();
      showWork();
    },
  });
  const told = body === undefined ? undefined : preview.data;
  const problem = [
    ...Object.values(problemsByField(change.error)),
    ...Object.values(problemsByField(preview.error)),
  ][0];
  const apply = () => {
    if (body === undefined || told === undefined) return;
    const begins = startsAt === '' ? {} : { startsAt: new Date(startsAt).toISOString() };
    const title = startsAt === '' ? t.apply(told.changed) : t.schedule(told.changed);
    change.mutate({ body: { ...body, ...begins, expectedChanges: told.changed, title } });
  };
  return (
    <Modal opened onClose={close} title={chosen > 0 ? t.titleOf(chosen) : t.titleOfAll} size="xl" centered>
      <Stack>
        <RuleForm {...{ rule, currency }} onChange={setRule} />
        {problem !== undefined && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <ChangePreview preview={told} />
        <Group justify="space-between" align="flex-end">
          <TextInput
            type="datetime-local"
            label={t.begins}
            description={t.beginsText}
            value={startsAt}
            onChange={(event) => setStartsAt(event.currentTarget.value)}
          />
          <Group gap="xs">
            <Button variant="default" onClick={close}>
              {t.cancel}
            </Button>
            <Button
              disabled={told === undefined || told.changed === 0 || preview.isFetching || asked !== rule}
              loading={change.isPending}
              onClick={apply}
            >
              {startsAt === '' ? t.apply(told?.changed ?? 0) : t.schedule(told?.changed ?? 0)}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}
