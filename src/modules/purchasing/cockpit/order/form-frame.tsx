import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { WholeOrder } from '../order-state.tsx';
import { purchasingWords } from '../words.ts';

/** Of what is asked, and how it is given up. */
export type FormProps = { readonly order: WholeOrder; readonly close: () => void };

/** What all dialogs of an order have: what they are for, what went wrong, and the two buttons. */
export function FormFrame(props: {
  readonly about?: string;
  readonly problem: string | undefined;
  readonly verb: string;
  readonly isReady: boolean;
  readonly isBusy: boolean;
  readonly onDo: () => void;
  readonly close: () => void;
  readonly children: ReactNode;
}) {
  const { about, problem, verb, isReady, isBusy, onDo, close, children } = props;
  const t = purchasingWords();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onDo();
      }}
    >
      <Stack>
        {about !== undefined && <Text size="sm">{about}</Text>}
        {problem !== undefined && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        {children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t.cancel}
          </Button>
          <Button type="submit" disabled={!isReady} loading={isBusy}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
