import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { Page } from '../../../../platform/cockpit/page/index.ts';
import { useDraft, useGo } from '../../../../platform/cockpit/state/index.ts';
import { usePlaces } from '../places.ts';
import { stockWords } from '../words.ts';
import { bodyOf, NEW_TRANSFER, type TransferDraft, TransferForm } from './transfer-form.tsx';

/** A transfer that is being planned; what was typed survives a closed tab. */
export function Screen() {
  const t = stockWords();
  const go = useGo();
  const { places } = usePlaces();
  const [kept, keep, drop] = useDraft<TransferDraft>('transfer');
  const [draft, setDraft] = useState<TransferDraft>(kept ?? NEW_TRANSFER);
  const create = useWrite('createTransfer', {
    ...{ about: ['inventory'], isTold: true },
    onDone: ({ id }) => {
      drop();
      go(`/transfers/${id}`);
    },
  });
  const [first, second] = places;
  useEffect(() => {
    if (draft.fromId === '' && first !== undefined && second !== undefined) {
      setDraft({ ...draft, fromId: first.value, toId: second.value });
    }
  }, [draft, first, second]);
  const change = (next: TransferDraft) => {
    setDraft(next);
    keep(next);
  };
  const isReady = draft.fromId !== '' && draft.toId !== '' && draft.lines.length > 0;
  return (
    <Page
      title={t.transfer.plan}
      back="/transfers"
      isNarrow
      actions={
        <Button
          disabled={!isReady}
          loading={create.isPending}
          onClick={() => create.mutate({ body: bodyOf(draft) })}
        >
          {t.transfer.saveDraft}
        </Button>
      }
    >
      <TransferForm {...{ draft, places }} problems={problemsByField(create.error)} onChange={change} />
    </Page>
  );
}
