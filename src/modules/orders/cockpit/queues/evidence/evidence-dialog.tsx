import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../../platform/cockpit/overlay/index.ts';
import { moneyOf } from '../../../../../platform/cockpit/text/index.ts';
import { Dialog } from '../../act/dialog.tsx';
import { orderWords } from '../../words.ts';
import { disputeReason } from '../dispute-reason.ts';
import type { DisputeRow } from '../dispute-row.ts';
import { AnswerElsewhere } from './answer-elsewhere.tsx';
import { type Attached, AttachSection, weighedOf } from './attach-section.tsx';
import { weigh } from './attached.ts';
import { knownOf } from './known-facts.ts';

/** Answers a dispute with what the shop knows of the order, which is filled in, and with files. */
export function EvidenceDialog({ of, onClose }: { readonly of: DisputeRow; readonly onClose: () => void }) {
  const { disputes: t, acts } = orderWords();
  const desk = useRead('readOrderDesk', { params: { id: of.orderId } }, { about: ['orders'] });
  const dispute = useRead('readDispute', { params: { id: of.id } }, { about: ['payments'] });
  const [product, setProduct] = useState<string>();
  const [explanation, setExplanation] = useState('');
  const [attached, setAttached] = useState<Attached>({ documents: [], files: [] });
  const known = desk.data && knownOf(desk.data);
  const productDescription = product ?? known?.productDescription ?? '';
  const contest = useWrite('contestDispute', {
    about: ['payments', 'orders'],
    isTold: true,
    onDone: () => {
      sayDone(t.sent);
      onClose();
    },
  });
  if (dispute.data && !dispute.data.takes.isByApi) {
    return <AnswerElsewhere of={dispute.data} desk={desk.data} onClose={onClose} />;
  }
  const { files: takes } = dispute.data?.takes ?? {};
  const weighed = dispute.data && takes && weigh(takes, weighedOf(dispute.data, attached));
  const isEmpty = productDescription.trim() === '' || explanation.trim() === '';
  return (
    <Dialog
      title={t.answerTitle}
      about={t.answerText(moneyOf(of.amount), disputeReason(of.reason))}
      verb={t.send}
      isBusy={contest.isPending}
      isOff={known === undefined || isEmpty || dispute.data === undefined || weighed?.problem !== undefined}
      error={contest.error ?? desk.error ?? dispute.error}
      onDo={() => {
        if (known === undefined) return;
        const files = attached.files.map(({ fileId, kind }) => ({ fileId, kind }));
        const body = { ...known, productDescription, explanation, documents: [...attached.documents], files };
        contest.mutate({ params: { id: of.id }, body });
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Textarea
          label={t.product}
          value={productDescription}
          onChange={(event) => setProduct(event.currentTarget.value)}
          maxLength={2_000}
          autosize
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label={acts.carrier} value={known?.carrier ?? ''} readOnly />
          <TextInput label={acts.tracking} value={known?.trackingNumber ?? ''} readOnly />
        </SimpleGrid>
        <Textarea
          label={t.explanation}
          value={explanation}
          onChange={(event) => setExplanation(event.currentTarget.value)}
          maxLength={5_000}
          autosize
          minRows={4}
          data-autofocus
        />
        {dispute.data && <AttachSection of={dispute.data} attached={attached} onChange={setAttached} />}
      </Stack>
    </Dialog>
  );
}
