import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { analyticsWords } from '../words.ts';
import { ABOUT, type Kept } from './kept.ts';

/** Keeps the present question under a name, or in place of one's own that it was opened from. */
export function SaveDialog({
  query,
  kept,
  onClose,
  onSaved,
}: {
  readonly query: string;
  readonly kept: Kept | undefined;
  readonly onClose: () => void;
  readonly onSaved: (kept: Kept) => void;
}) {
  const t = analyticsWords();
  const [name, setName] = useState(kept?.name ?? '');
  const [isShared, setShared] = useState(kept?.isShared ?? false);
  const done = (saved: Kept) => {
    onSaved(saved);
    onClose();
  };
  const create = useWrite('createExploration', { about: ABOUT, isTold: true, onDone: done });
  const change = useWrite('changeExploration', { about: ABOUT, isTold: true, onDone: done });
  const problems = problemsByField(create.error ?? change.error);
  const { name: nameProblem, ...others } = problems;
  const other = Object.values(others)[0];
  const save = () => {
    const body = { name, query, isShared };
    if (kept === undefined) create.mutate({ body });
    else change.mutate({ params: { id: kept.id }, body: { ...body, version: kept.version } });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={kept === undefined ? t.explore.save : t.explore.changeSaved(kept.name)}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t.explore.name}
            value={name}
            maxLength={80}
            required
            data-autofocus
            error={nameProblem}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Checkbox
            label={t.explore.share}
            checked={isShared}
            onChange={({ currentTarget }) => setShared(currentTarget.checked)}
          />
          {other !== undefined && (
            <Text size="sm" c="red" role="alert">
              {other}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t.explore.cancel}
            </Button>
            <Button type="submit" loading={create.isPending || change.isPending}>
              {t.explore.keep}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
