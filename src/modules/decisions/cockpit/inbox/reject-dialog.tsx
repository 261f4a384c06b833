import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { decisionWords } from '../words.ts';

/** Why not: one press for what is said most, or a person's own words. */
export function RejectDialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onReject: (reason: string) => void;
}) {
  const { isOpen, onClose, onReject } = props;
  const t = decisionWords();
  const [text, setText] = useState('');
  const reject = (reason: string) => {
    setText('');
    onClose();
    onReject(reason);
  };
  const own = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') reject(text.trim());
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title={t.rejectTitle} centered>
      <Text size="sm" c="dimmed" mb="sm">
        {t.rejectText}
      </Text>
      <Stack gap="xs">
        {Object.values(t.reasons).map((reason) => (
          <Button key={reason} variant="default" justify="start" onClick={() => reject(reason)}>
            {reason}
          </Button>
        ))}
        <form onSubmit={own}>
          <Group gap="xs" align="end" wrap="nowrap">
            <TextInput
              style={{ flex: 1 }}
              label={t.ownReason}
              maxLength={500}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button type="submit" disabled={text.trim() === ''}>
              {t.reject}
            </Button>
          </Group>
        </form>
      </Stack>
    </Modal>
  );
}
