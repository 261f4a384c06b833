import { Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { purchasingWords } from '../words.ts';
import { FormFrame, type FormProps } from './form-frame.tsx';

/** Asks the supplier whether it can come sooner. */
export function ExpediteForm({ order, close }: FormProps) {
  const t = purchasingWords();
  const [wantedOn, setWantedOn] = useState(order.expeditedFor ?? '');
  const [note, setNote] = useState('');
  const [isMailed, setMailed] = useState(order.hasEmail);
  const expedite = useWrite('expeditePurchaseOrder', { about: ['purchasing'], isTold: true, onDone: close });
  const body = { wantedOn, note, mail: isMailed };
  return (
    <FormFrame
      problem={Object.values(problemsByField(expedite.error))[0]}
      verb={t.act.expedite}
      isReady={wantedOn !== ''}
      isBusy={expedite.isPending}
      onDo={() => expedite.mutate({ params: { id: order.id }, body })}
      close={close}
    >
      <TextInput
        type="date"
        label={t.expedite.day}
        required
        value={wantedOn}
        onChange={(event) => setWantedOn(event.currentTarget.value)}
      />
      <Textarea
        label={t.note}
        autosize
        maxLength={5_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Switch
        label={t.expedite.ask}
        disabled={!order.hasEmail}
        checked={isMailed}
        onChange={(event) => setMailed(event.currentTarget.checked)}
      />
    </FormFrame>
  );
}
