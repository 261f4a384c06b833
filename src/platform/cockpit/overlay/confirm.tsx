import { Button, Group, Modal, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ApiProblem } from '../api/index.ts';
import { words } from '../messages/words.ts';

/**
 * A button for what cannot be undone: says first what will be lost.
 *
 * @example
 * <ConfirmButton title="Cancel order #1042?" text="€84.90 go back to Ada." verb="Cancel order" onConfirm={cancel}>Cancel order</ConfirmButton>
 */
export function ConfirmButton(props: {
  readonly title: string;
  readonly text: ReactNode;
  /** What the confirming button says. */
  readonly verb: string;
  readonly onConfirm: () => unknown;
  readonly isDangerous?: boolean;
  readonly isOff?: boolean;
  readonly variant?: string;
  readonly children: ReactNode;
}) {
  const { title, text, verb, onConfirm, isDangerous = true, isOff, variant = 'default', children } = props;
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      setOpen(false);
    } catch (error) {
      // The write has told what went wrong; the question stays, to be answered again.
      if (!(error instanceof ApiProblem)) throw error;
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant={variant} disabled={isOff} onClick={() => setOpen(true)}>
        {children}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={title} centered>
        <Text size="sm" component="div">
          {text}
        </Text>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={() => setOpen(false)}>
            {words().cancel}
          </Button>
          <Button color={isDangerous ? 'red' : undefined} loading={isBusy} onClick={() => void confirm()}>
            {verb}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
