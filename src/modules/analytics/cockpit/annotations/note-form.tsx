import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { analyticsWords } from '../words.ts';

/** A note as it is being written; without an id it is a new one, without a market of the whole shop. */
export type Draft = {
  readonly id?: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly market: string;
};

/** Writes a note, changes it, or takes it off. */
export function NoteForm({ draft, onClose }: { readonly draft: Draft; readonly onClose: () => void }) {
  const t = analyticsWords().notes;
  const [note, setNote] = useState(draft);
  const options = { about: ['annotations'], isTold: true, onDone: onClose };
  const create = useWrite('createAnnotation', options);
  const change = useWrite('changeAnnotation', options);
  const remove = useWrite('removeAnnotation', options);
  const problems = problemsByField(create.error ?? change.error ?? remove.error);
  const { id, from, to, text, market } = note;
  const set = (part: Partial<Draft>) => setNote({ ...note, ...part });
  const save = () => {
    const body = { from, to, text, ...(market === '' ? {} : { market }) };
    if (id === undefined) create.mutate({ body });
    else change.mutate({ params: { id }, body });
  };
  return (
    <Modal opened onClose={onClose} title={t.form} centered>
      <Stack gap="sm">
        <Textarea
          {...{
            label: t.text,
            value: text,
            autosize: true,
            minRows: 2,
            maxLength: 500,
            'data-autofocus': true,
          }}
          error={problems['text']}
          onChange={({ currentTarget }) => set({ text: currentTarget.value })}
        />
        <Group grow>
          <TextInput
            {...{ type: 'date', label: t.from, value: from, error: problems['from'] }}
            onChange={({ currentTarget: { value } }) =>
              set({ from: value, ...(value > to ? { to: value } : {}) })
            }
          />
          <TextInput
            {...{ type: 'date', label: t.to, value: to, error: problems['to'] }}
            onChange={({ currentTarget }) => set({ to: currentTarget.value })}
          />
        </Group>
        <MarketField market={market} change={(value) => set({ market: value })} />
        {problems[''] && (
          <Text size="sm" c="var(--bad)" role="alert">
            {problems['']}
          </Text>
        )}
        <Group justify="space-between">
          {id === undefined ? (
            <span />
          ) : (
            <Button
              variant="default"
              loading={remove.isPending}
              onClick={() => remove.mutate({ params: { id } })}
            >
              {t.remove}
            </Button>
          )}
          <Button
            loading={create.isPending || change.isPending}
            disabled={text.trim() === '' || from === '' || to === ''}
            onClick={save}
          >
            {t.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Where there is more than one. */
function MarketField(props: { readonly market: string; readonly change: (market: string) => void }) {
  const { market, change } = props;
  const t = analyticsWords().notes;
  const isAllowed = useMay()('settings:read');
  const sent = { query: { limit: '100' } };
  const { data } = useRead('listMarkets', sent, { about: ['markets'], isOff: !isAllowed });
  if (data === undefined || data.items.length < 2) return null;
  const choices = data.items.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <NativeSelect
      {...{ label: t.market, value: market, data: [{ value: '', label: t.everyMarket }, ...choices] }}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
}
