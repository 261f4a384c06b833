import { Alert, Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type Told, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { purchasingWords } from '../words.ts';

/** A price list as it is pasted: checked first, with what is wrong by row, then kept. */
export function PasteDialog(props: { readonly supplierId: string; readonly close: () => void }) {
  const { supplierId, close } = props;
  const words = purchasingWords();
  const t = words.suppliers;
  const [text, setText] = useState('');
  const [checked, setChecked] = useState<Told<'readPriceSheet'>>();
  const params = { id: supplierId };
  const check = useWrite('readPriceSheet', { about: [], isTold: true, onDone: setChecked });
  const keep = useWrite('readPriceSheet', {
    ...{ about: ['purchasing'], isTold: true },
    onDone: ({ saved }) => {
      sayDone(t.kept(saved));
      close();
    },
  });
  const problem = Object.values(problemsByField(check.error ?? keep.error))[0];
  return (
    <Modal opened onClose={close} title={t.pasteTitle} size="lg" centered>
      <Stack>
        <Text size="sm">{t.pasteText}</Text>
        {problem !== undefined && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Textarea
          aria-label={t.pasteTitle}
          minRows={8}
          maxRows={16}
          autosize
          maxLength={1_000_000}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
          placeholder={'sku;price;from;pack\nCUP-1;5.00;1;12\nCUP-1;4.50;100;12'}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setChecked(undefined);
          }}
        />
        {checked !== undefined && <Checked of={checked} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          {checked === undefined || checked.read === 0 ? (
            <Button
              disabled={text.trim() === ''}
              loading={check.isPending}
              onClick={() => check.mutate({ params, body: { text, isTrial: true } })}
            >
              {t.check}
            </Button>
          ) : (
            <Button
              loading={keep.isPending}
              onClick={() => keep.mutate({ params, body: { text, isTrial: false } })}
            >
              {t.keep(checked.read)}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Checked({ of: { read, problems } }: { readonly of: Told<'readPriceSheet'> }) {
  const t = purchasingWords().suppliers;
  return (
    <div role="status">
      <Text size="sm">{t.readRows(read)}</Text>
      <List size="sm">
        {problems.slice(0, 20).map(({ line, message }) => (
          <List.Item key={`${line} ${message}`}>{`${t.problemAt(line)}: ${message}`}</List.Item>
        ))}
      </List>
    </div>
  );
}
