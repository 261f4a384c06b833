import { Button, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import type { OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { Dialog } from './dialog.tsx';

const NOTHING = { carrier: '', trackingNumber: '', url: '', text: '' };

/** Tells a shopper how an approved return is to be sent. */
export function LabelButton({ desk, returnId }: { readonly desk: OrderDesk; readonly returnId: string }) {
  const { dealings: t, acts } = orderWords();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState(NOTHING);
  const label = useWrite('labelReturn', {
    about: ['orders'],
    isTold: true,
    onDone: () => {
      sayDone(t.labelled);
      setOpen(false);
    },
  });
  const field = (key: keyof typeof NOTHING, name: string, description?: string) => (
    <TextInput
      label={name}
      description={description}
      value={said[key]}
      maxLength={key === 'url' ? 2_000 : 100}
      autoComplete="off"
      onChange={(event) => setSaid({ ...said, [key]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t.label}
      </Button>
      {isOpen && (
        <Dialog
          title={t.labelTitle}
          about={t.labelText}
          verb={t.labelSend}
          isBusy={label.isPending}
          isOff={Object.values(said).every((text) => text.trim() === '')}
          error={label.error}
          onDo={() => label.mutate({ params: { id: desk.order.id, returnId }, body: said })}
          onClose={() => setOpen(false)}
        >
          <Stack gap="sm">
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
              {field('carrier', acts.carrier)}
              {field('trackingNumber', acts.tracking)}
            </SimpleGrid>
            {field('url', t.labelUrl, t.labelUrlHint)}
            <Textarea
              label={t.labelWords}
              value={said.text}
              maxLength={2_000}
              autosize
              minRows={2}
              onChange={(event) => setSaid({ ...said, text: event.currentTarget.value })}
            />
          </Stack>
        </Dialog>
      )}
    </>
  );
}
