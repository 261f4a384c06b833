import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { showWork } from '../../../../platform/cockpit/state/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { demoWords } from './words.ts';

/** Says what will be lost, and lets it go once the shop's name was typed. */
export function RemoveDialog(props: {
  readonly shopName: string;
  readonly count: number;
  readonly close: () => void;
}) {
  const { shopName, count, close } = props;
  const [typed, setTyped] = useState('');
  const t = demoWords();
  const remove = useWrite('removeDemoData', {
    ...{ about: ['work'], isTold: true },
    onDone: () => {
      close();
      showWork();
    },
  });
  const isMeant = typed.trim() === shopName;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isMeant) remove.mutate({ body: { shopName: typed.trim(), title: t.work } });
  };
  return (
    <Modal opened onClose={close} title={t.removeTitle} centered>
      <form onSubmit={send}>
        <Stack>
          <Text size="sm">{t.removeText(countOf(count))}</Text>
          {remove.error && <Alert color="red">{remove.error.message}</Alert>}
          <TextInput
            label={t.typeName(shopName)}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            data-autofocus
          />
          <Group justify="flex-end">
            <Button type="submit" color="red" disabled={!isMeant} loading={remove.isPending}>
              {t.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
