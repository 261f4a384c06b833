import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { Server } from 'lucide-react';
import { useState } from 'react';
import { useRead, useWrite } from '../../../platform/cockpit/api/index.ts';
import { CopyField, problemsByField } from '../../../platform/cockpit/form/index.ts';
import { ConfirmButton, sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Card, EmptyState, Shown } from '../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../platform/cockpit/state/index.ts';
import { StateBadge, When } from '../../../platform/cockpit/value/index.ts';
import styles from './tracking.module.css';
import { trackingWords } from './words.ts';

/** Servers that may send events by the Measurement Protocol, each with a secret of its own. */
export function SendersCard() {
  const t = trackingWords();
  const mayWrite = useMay()('settings:write');
  const [isOpen, setOpen] = useState(false);
  const senders = useRead('listEventSenders', { query: {} }, { about: ['tracking'] });
  const revoke = useWrite('revokeEventSender', { about: ['tracking'], onDone: () => sayDone(t.revoked) });
  return (
    <Card
      title={t.senders}
      about={t.sendersAbout}
      isFlush
      actions={
        mayWrite && (
          <Button variant="default" size="xs" onClick={() => setOpen(true)}>
            {t.addSender}
          </Button>
        )
      }
    >
      <Shown of={senders}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={Server} title={t.noSenders} text={t.noSendersText} />
          ) : (
            <ul className={styles.reasons}>
              {items.map(({ id, name, createdAt, revokedAt }) => (
                <li key={id}>
                  <span className={styles.name}>{name}</span>
                  {revokedAt !== undefined ? (
                    <StateBadge tone="neutral">{t.isRevoked}</StateBadge>
                  ) : (
                    <StateBadge tone="good">{t.isValid}</StateBadge>
                  )}
                  <span className={styles.text}>
                    {t.since} <When at={createdAt} />
                  </span>
                  {mayWrite && revokedAt === undefined && (
                    <ConfirmButton
                      title={t.revokeTitle(name)}
                      text={t.revokeText}
                      verb={t.revoke}
                      onConfirm={() => revoke.mutateAsync({ params: { id } })}
                    >
                      {t.revoke}
                    </ConfirmButton>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {isOpen && <NewSender onClose={() => setOpen(false)} />}
    </Card>
  );
}

function NewSender({ onClose }: { readonly onClose: () => void }) {
  const t = trackingWords();
  const [name, setName] = useState('');
  const create = useWrite('createEventSender', { about: ['tracking'], isTold: true });
  const { '': problem, ...wrong } = problemsByField(create.error);
  if (create.data !== undefined) {
    return (
      <Modal
        opened
        onClose={onClose}
        title={t.secretTitle}
        closeOnClickOutside={false}
        withCloseButton={false}
      >
        <Stack gap="md">
          <Text size="sm">{t.secretText}</Text>
          <CopyField label="api_secret" value={create.data.secret} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t.done}</Button>
          </Group>
        </Stack>
      </Modal>
    );
  }
  return (
    <Modal opened onClose={onClose} title={t.addSender} closeButtonProps={{ 'aria-label': t.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ body: { name } });
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t.senderName}
            placeholder={t.senderHint}
            value={name}
            maxLength={100}
            error={wrong['name']}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          {problem !== undefined && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
            <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
              {t.addSender}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
