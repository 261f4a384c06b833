import { Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import styles from './gate-frame.module.css';

/** What stands around everything that is asked before somebody is let in. */
export function GateFrame(props: {
  readonly title: string;
  readonly about?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, about, children } = props;
  useEffect(() => {
    document.title = `${title} · Institor`;
  }, [title]);
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <span className={styles.mark} aria-hidden>
          I
        </span>
        <Stack gap={4} mb="lg">
          <Title order={1} className={styles.title}>
            {title}
          </Title>
          {about !== undefined && (
            <Text size="sm" c="dimmed">
              {about}
            </Text>
          )}
        </Stack>
        {children}
      </div>
    </main>
  );
}
