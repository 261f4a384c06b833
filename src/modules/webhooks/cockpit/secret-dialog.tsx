import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { CopyField } from '../../../platform/cockpit/form/index.ts';
import { webhookWords } from './words.ts';

/** A new secret, the only time that it is shown. */
export function SecretDialog(props: { readonly secret: string; readonly onClose: () => void }) {
  const { secret, onClose } = props;
  const t = webhookWords();
  return (
    <Modal
      {...{ opened: true, onClose, title: t.secretTitle, size: 'lg', withCloseButton: false }}
      closeOnClickOutside={false}
    >
      <Stack gap="md">
        <Text size="sm">{t.secretShown}</Text>
        <CopyField label={t.secret} value={secret} />
        <Group justify="flex-end">
          <Button onClick={onClose}>{t.secretKept}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
