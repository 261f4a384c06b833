import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { addressOf } from '../../../../../platform/cockpit/api/index.ts';
import { CopyField } from '../../../../../platform/cockpit/form/index.ts';
import { words } from '../../../../../platform/cockpit/messages/words.ts';
import { Facts } from '../../../../../platform/cockpit/page/index.ts';
import { dateOf } from '../../../../../platform/cockpit/text/index.ts';
import type { OrderDesk } from '../../page/order-desk.ts';
import { orderWords } from '../../words.ts';
import type { DisputeToAnswer } from './attached.ts';
import { knownOf } from './known-facts.ts';

/** Where the provider's API takes no evidence: where to hand it in, and what. */
export function AnswerElsewhere(props: {
  readonly of: DisputeToAnswer;
  readonly desk: OrderDesk | undefined;
  readonly onClose: () => void;
}) {
  const { of, desk, onClose } = props;
  const { evidence: t, disputes, acts } = orderWords();
  const known = desk && knownOf(desk);
  return (
    <Modal
      {...{ opened: true, onClose, title: disputes.answerTitle, size: 'lg', centered: true }}
      closeButtonProps={{ 'aria-label': words().close }}
    >
      <Stack gap="sm">
        <Text size="sm">{t.elsewhere(t.providers[of.provider])}</Text>
        <CopyField label={t.reference} value={of.reference} />
        {known && (
          <Facts
            of={[
              [disputes.product, known.productDescription],
              [
                t.customer,
                [known.shippingAddress || known.customerName, known.customerEmail].filter(Boolean).join(', '),
              ],
              [acts.carrier, known.carrier],
              [acts.tracking, known.trackingNumber],
            ]}
          />
        )}
        {desk && <Documents desk={desk} />}
      </Stack>
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose}>{t.close}</Button>
      </Group>
    </Modal>
  );
}

/** To be saved here and handed in there. */
function Documents({ desk: { order, documents, fulfilments } }: { readonly desk: OrderDesk }) {
  const { evidence: t } = orderWords();
  const { id } = order;
  const invoices = documents.filter(({ kind }) => kind === 'invoice');
  return (
    <Group gap="md">
      {invoices.map(({ id: documentId, number }) => (
        <Anchor key={documentId} size="sm" href={addressOf('documentPdf', { params: { id, documentId } })}>
          {t.documents.invoice} {number}
        </Anchor>
      ))}
      {fulfilments.map(({ id: fulfilmentId, shippedAt }) => (
        <Anchor
          key={fulfilmentId}
          size="sm"
          href={addressOf('packingSlipPdf', { params: { id, fulfilmentId } })}
        >
          {t.documents.packing_slip} {dateOf(shippedAt)}
        </Anchor>
      ))}
    </Group>
  );
}
