import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import type { OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { Dialog } from './dialog.tsx';

/** Approves or rejects what a shopper asked to send back. */
export function DecideButton({ desk, returnId }: { readonly desk: OrderDesk; readonly returnId: string }) {
  const t = orderWords().acts;
  const [decision, setDecision] = useState<'approved' | 'rejected'>();
  const [note, setNote] = useState('');
  const decide = useWrite('decideReturn', {
    about: ['orders'],
    isTold: true,
    onDone: () => {
      sayDone(t.decided);
      setDecision(undefined);
    },
  });
  return (
    <>
      <Button onClick={() => setDecision('approved')}>{t.approve}</Button>
      <Button variant="default" onClick={() => setDecision('rejected')}>
        {t.reject}
      </Button>
      {decision && (
        <Dialog
          title={decision === 'approved' ? t.approve : t.reject}
          verb={decision === 'approved' ? t.approve : t.reject}
          size="md"
          isBusy={decide.isPending}
          isDangerous={decision === 'rejected'}
          error={decide.error}
          onDo={() => decide.mutate({ params: { id: desk.order.id, returnId }, body: { decision, note } })}
          onClose={() => setDecision(undefined)}
        >
          <Textarea
            label={t.decisionNote}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={1_000}
            autosize
            minRows={3}
            data-autofocus
          />
        </Dialog>
      )}
    </>
  );
}
