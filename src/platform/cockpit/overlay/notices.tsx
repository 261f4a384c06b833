import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { words } from '../messages/words.ts';

/** Says that something was done; with a way back where there is one. */
export function sayDone(text: string, undo?: () => void): void {
  const id = crypto.randomUUID();
  const takeBack = () => {
    notifications.hide(id);
    undo?.();
  };
  const message = (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{text}</Text>
      {undo && (
        <Button size="compact-sm" variant="subtle" onClick={takeBack}>
          {words().undo}
        </Button>
      )}
    </Group>
  );
  notifications.show({ id, message, autoClose: undo ? 10_000 : 4_000, withBorder: true, ...closing() });
}

/** Says that something failed, and why. It stays until it is closed. */
export function sayFailed(error: Error): void {
  notifications.show({
    title: words().failed,
    message: error.message,
    color: 'red',
    autoClose: false,
    withBorder: true,
    ...closing(),
  });
}

function closing() {
  return { closeButtonProps: { 'aria-label': words().close } };
}
