import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { customerWords } from '../words.ts';

/** What an act on a customer is asked with. */
export function Dialog(props: {
  readonly title: string;
  readonly about?: ReactNode;
  readonly verb: string;
  readonly isBusy: boolean;
  readonly isOff?: boolean;
  readonly isDangerous?: boolean;
  readonly error: Error | null;
  readonly onDo: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}) {
  const { title, about, verb, isBusy, isOff, isDangerous, error, onDo, onClose, children } = props;
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': customerWords().cancel }}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isOff) onDo();
        }}
      >
        {about !== undefined && (
          <Text size="sm" c="dimmed" mb="md">
            {about}
          </Text>
        )}
        {children}
        {error && (
          <Alert color="red" role="alert" mt="md">
            {error.message}
          </Alert>
        )}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {customerWords().cancel}
          </Button>
          <Button type="submit" loading={isBusy} disabled={isOff} color={isDangerous ? 'red' : undefined}>
            {verb}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
