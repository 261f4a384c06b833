import { Anchor, Modal, Text } from '@mantine/core';
import { addressOf, useRead } from '../../../../../platform/cockpit/api/index.ts';
import { words } from '../../../../../platform/cockpit/messages/words.ts';
import { Facts, Shown } from '../../../../../platform/cockpit/page/index.ts';
import { bytesOf, dateOf, momentOf } from '../../../../../platform/cockpit/text/index.ts';
import { useActorName } from '../../page/actor-name.ts';
import { orderWords } from '../../words.ts';
import type { DisputeRow } from '../dispute-row.ts';
import type { DisputeToAnswer } from './attached.ts';
import styles from './evidence.module.css';

/** What was sent against a dispute, with its files to be opened again. */
export function SentDialog({ of, onClose }: { readonly of: DisputeRow; readonly onClose: () => void }) {
  const { evidence: t } = orderWords();
  const dispute = useRead('readDispute', { params: { id: of.id } }, { about: ['payments'] });
  return (
    <Modal
      {...{ opened: true, onClose, title: t.show, size: 'lg', centered: true }}
      closeButtonProps={{ 'aria-label': words().close }}
    >
      <Shown of={dispute}>
        {({ sent }) =>
          sent.length === 0 ? (
            <Text size="sm">{t.notKept}</Text>
          ) : (
            sent.map((one) => <Sent key={one.id} disputeId={of.id} of={one} />)
          )
        }
      </Shown>
    </Modal>
  );
}

function Sent(props: { readonly disputeId: string; readonly of: DisputeToAnswer['sent'][number] }) {
  const { disputeId, of } = props;
  const { evidence: t, disputes, acts } = orderWords();
  const actorName = useActorName();
  const { texts, files } = of;
  // An address begins with the name.
  const customer = [texts?.shippingAddress || texts?.customerName, texts?.customerEmail];
  return (
    <section className={styles.sent}>
      <Text size="sm" c="dimmed" mb="sm">
        {t.sentBy(actorName(of.actor), momentOf(of.at))}
      </Text>
      {of.erasedAt !== undefined && <Text size="sm">{t.erased(dateOf(of.erasedAt))}</Text>}
      {texts && (
        <Facts
          of={[
            [disputes.explanation, <p className={styles.text}>{texts.explanation}</p>],
            [disputes.product, texts.productDescription],
            [t.customer, customer.filter(Boolean).join(', ')],
            [acts.carrier, texts.carrier],
            [acts.tracking, texts.trackingNumber],
          ]}
        />
      )}
      {texts && files.length === 0 && <Text size="sm">{t.noFiles}</Text>}
      {files.length > 0 && (
        <ul className={styles.files} aria-label={t.files}>
          {files.map(({ fileId, name, kind, bytes }) => (
            <li key={fileId} className={styles.file}>
              <Anchor size="sm" href={addressOf('evidenceFile', { params: { id: disputeId, fileId } })}>
                {name}
              </Anchor>
              <span className={styles.quiet}>
                {t.kinds[kind]} · {bytesOf(bytes)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
