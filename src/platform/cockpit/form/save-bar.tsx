import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { words } from '../messages/words.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import styles from './save-bar.module.css';

/** Below a form that was changed: save (also by mod+s) or discard. Says why it was not saved. */
export function SaveBar(props: {
  readonly isChanged: boolean;
  readonly isBusy: boolean;
  readonly problem?: ReactNode;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}) {
  const { isChanged, isBusy, problem, onSave, onDiscard } = props;
  const t = words();
  useShortcuts(isChanged ? { 'mod+s': onSave } : {});
  if (!isChanged) return null;
  return (
    <section className={styles.bar} aria-label={t.unsaved}>
      {problem !== undefined && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {t.unsaved}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={onDiscard} disabled={isBusy}>
            {t.discard}
          </Button>
          <Button onClick={onSave} loading={isBusy}>
            {t.save}
          </Button>
        </Group>
      </Group>
    </section>
  );
}
