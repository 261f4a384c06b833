import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type Told, useRead, useRefreshEvery, useWrite } from '../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Facts, Shown } from '../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../platform/cockpit/state/index.ts';
import { momentOf } from '../../../platform/cockpit/text/index.ts';
import { StateBadge } from '../../../platform/cockpit/value/index.ts';
import { DELIVERY_TONES } from './delivery-state.ts';
import styles from './webhooks.module.css';
import { webhookWords } from './words.ts';

const SOON_MS = 2_000;

type Delivery = Told<'readWebhookDelivery'>;

/** One delivery: what is sent, what was answered at each try, and sending it again. */
export function DeliveryDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = webhookWords();
  const params = { id };
  const delivery = useRead('readWebhookDelivery', { params }, { about: ['webhooks'] });
  useRefreshEvery('webhooks', delivery.data?.state === 'pending' ? SOON_MS : undefined);
  const replay = useWrite('replayWebhookDelivery', {
    about: ['webhooks'],
    onDone: () => sayDone(t.replayed),
  });
  const mayWrite = useMay()('webhooks:write');
  return (
    <Modal
      {...{ opened: true, onClose, size: 'lg', title: delivery.data?.topic ?? t.log }}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <Shown of={delivery}>
        {(read) => (
          <Stack gap="md">
            <About of={read} />
            <Tries of={read} />
            <Sent of={read} />
            {mayWrite && (
              <Group justify="flex-end">
                <Button loading={replay.isPending} onClick={() => replay.mutate({ params })}>
                  {t.replay}
                </Button>
              </Group>
            )}
          </Stack>
        )}
      </Shown>
    </Modal>
  );
}

function About({ of: { state, messageId, happenedAt, nextAttemptAt } }: { readonly of: Delivery }) {
  const t = webhookWords();
  return (
    <Facts
      of={[
        [
          t.state,
          <StateBadge key="state" tone={DELIVERY_TONES[state]}>
            {t.deliveryStates[state]}
          </StateBadge>,
        ],
        [
          t.messageId,
          <span key="id" className={styles.code}>
            {messageId}
          </span>,
        ],
        [t.happened, momentOf(happenedAt)],
        [t.nextTry, state === 'pending' && nextAttemptAt ? momentOf(nextAttemptAt) : undefined],
      ]}
    />
  );
}

function Tries({ of: { attempts } }: { readonly of: Delivery }) {
  const t = webhookWords();
  return (
    <section aria-label={t.tries}>
      <Text size="sm" fw={620} mb={8}>
        {t.tries}
      </Text>
      {attempts.length === 0 && <Text size="sm">{t.noTries}</Text>}
      <ol className={styles.tries}>
        {attempts.toReversed().map(({ number, at, status, error, excerpt, tookMs }) => (
          <li key={number}>
            <Group justify="space-between" gap="xs">
              <strong>{status === undefined ? t.noAnswer : `HTTP ${status}`}</strong>
              <span className={styles.dim}>{`${momentOf(at)} · ${t.took(tookMs)}`}</span>
            </Group>
            {error !== '' && <span>{error}</span>}
            {excerpt !== '' && <span className={styles.code}>{excerpt}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Sent({ of: { body } }: { readonly of: Delivery }) {
  const t = webhookWords();
  return (
    <section aria-label={t.request}>
      <Text size="sm" fw={620}>
        {t.request}
      </Text>
      <Text size="sm" c="dimmed" mb={8}>
        {body === undefined ? t.requestHidden : t.requestText}
      </Text>
      {body !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        <section className={styles.body} tabIndex={0}>
          {JSON.stringify(JSON.parse(body), null, 2)}
        </section>
      )}
    </section>
  );
}
