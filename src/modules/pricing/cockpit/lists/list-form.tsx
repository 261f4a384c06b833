import { Alert, Button, Group, Modal, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { useGo } from '../../../../platform/cockpit/state/index.ts';
import { priceWords } from '../words.ts';
import type { PriceList } from './price-list.tsx';

/** Who a list is for and when it applies; makes one, or changes `list`. */
export function ListForm({ list, close }: { readonly list?: PriceList; readonly close: () => void }) {
  const t = priceWords().lists;
  const go = useGo();
  const [draft, setDraft] = useState({
    ...{ code: list?.code ?? '', name: list?.name ?? '', kind: list?.kind ?? ('override' as const) },
    ...{ segment: list?.segment ?? '', marketCode: list?.marketCode ?? '', priority: list?.priority ?? 0 },
    ...{ isActive: list?.isActive ?? true, startsAt: localOf(list?.startsAt), endsAt: localOf(list?.endsAt) },
  });
  const options = { about: ['pricing'], isTold: true } as const;
  const make = useWrite('savePriceList', { ...options, onDone: ({ id }) => go(`/price-lists/${id}`) });
  const change = useWrite('changePriceList', { ...options, onDone: close });
  const problems = problemsByField(make.error ?? change.error);
  const save = () => {
    const { segment, marketCode, startsAt, endsAt, ...rest } = draft;
    const body = {
      ...rest,
      ...(segment === '' ? {} : { segment }),
      ...(marketCode === '' ? {} : { marketCode }),
      ...(startsAt === '' ? {} : { startsAt: new Date(startsAt).toISOString() }),
      ...(endsAt === '' ? {} : { endsAt: new Date(endsAt).toISOString() }),
    };
    if (list === undefined) make.mutate({ body });
    else change.mutate({ params: { id: list.id }, body });
  };
  const text = (name: 'code' | 'name' | 'segment' | 'marketCode') => ({
    value: draft[name],
    error: problems[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  });
  const time = (name: 'startsAt' | 'endsAt') => ({
    type: 'datetime-local',
    value: draft[name],
    error: problems[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  });
  return (
    <Modal opened onClose={close} title={list === undefined ? t.make : t.change} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack>
          {problems[''] !== undefined && (
            <Alert color="red" role="alert">
              {problems['']}
            </Alert>
          )}
          <Group grow align="flex-start">
            <TextInput label={t.name} required data-autofocus maxLength={200} {...text('name')} />
            <TextInput label={t.code} required placeholder="wholesale" maxLength={40} {...text('code')} />
          </Group>
          <Group grow align="flex-start">
            <TextInput label={t.segment} placeholder={t.everybody} {...text('segment')} />
            <TextInput label={t.market} placeholder={t.everywhere} {...text('marketCode')} />
          </Group>
          <Select
            label={t.kind}
            allowDeselect={false}
            data={(['override', 'sale'] as const).map((value) => ({ value, label: t.kinds[value] }))}
            value={draft.kind}
            onChange={(chosen) => setDraft({ ...draft, kind: chosen === 'sale' ? 'sale' : 'override' })}
          />
          <Group grow align="flex-start">
            <TextInput label={t.starts} {...time('startsAt')} />
            <TextInput label={t.ends} {...time('endsAt')} />
          </Group>
          <Group justify="space-between">
            <NumberInput
              w={140}
              label={t.priority}
              value={draft.priority}
              min={-1_000}
              max={1_000}
              onChange={(typed) => setDraft({ ...draft, priority: Number(typed) || 0 })}
            />
            <Switch
              label={t.active}
              checked={draft.isActive}
              onChange={(event) => setDraft({ ...draft, isActive: event.currentTarget.checked })}
            />
          </Group>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t.cancel}
            </Button>
            <Button type="submit" loading={make.isPending || change.isPending}>
              {t.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** An instant as the browser's field of date and time takes it. */
function localOf(instant: string | undefined): string {
  if (instant === undefined) return '';
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
