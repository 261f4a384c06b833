import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { words } from '../../../../platform/cockpit/messages/words.ts';
import { orderWords } from '../words.ts';

/** What every act on an order is asked with: what will happen, and a verb that says it. */
export function Dialog(props: {
  readonly title: string;
  readonly about?: ReactNode;
  readonly verb: string;
  readonly isBusy: boolean;
  readonly isOff?: boolean;
  readonly isDangerous?: boolean;
  /** What the button says that does nothing, where `Cancel` would be misread. */
  readonly keep?: string;
  /** Goes a step back instead of closing. */
  readonly onBack?: (() => void) | undefined;
  readonly error: Error | null;
  readonly size?: string;
  readonly onDo: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}) {
  const {
    title,
    about,
    verb,
    isBusy,
    isOff,
    isDangerous,
    keep = orderWords().close,
    error,
    size = 'lg',
    onDo,
    onClose,
    onBack = onClose,
    children,
  } = props;
  const problems = Object.values(problemsByField(error));
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': words().close }}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isOff) onDo();
        }}
      >
        {about !== undefined && (
          <Text size="sm" c="dimmed" mb="md" component="div">
            {about}
          </Text>
        )}
        {children}
        {problems.length > 0 && (
          <Alert color="red" role="alert" mt="md">
            {problems.join(' ')}
          </Alert>
        )}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onBack}>
            {keep}
          </Button>
          <Button type="submit" loading={isBusy} disabled={isOff} color={isDangerous ? 'red' : undefined}>
            {verb}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
