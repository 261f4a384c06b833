import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { words } from '../messages/words.ts';
import styles from './bulk-bar.module.css';
import type { Choice } from './choice.ts';

/** What can be done with the chosen rows; shown while some are. */
export function BulkBar({ choice, children }: { readonly choice: Choice; readonly children: ReactNode }) {
  if (choice.ids.size === 0) return null;
  return (
    <div className={styles.bar} role="toolbar" aria-label={words().actions}>
      <Text size="sm" fw={560}>
        {words().chosen(choice.ids.size)}
      </Text>
      <Group gap="xs">{children}</Group>
      <Button size="xs" variant="subtle" color="gray" onClick={choice.clear}>
        {words().clear}
      </Button>
    </div>
  );
}
