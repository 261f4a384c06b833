import { ActionIcon, Group, Text, Title } from '@mantine/core';
import { ChevronLeft } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { words } from '../messages/words.ts';
import { useGo } from '../state/address.ts';
import styles from './page.module.css';

/**
 * The frame of every screen: what it is, where it leads back, what can be done here.
 *
 * @example
 * <Page title="#1042" back="/orders" aside={<StateBadge … />} actions={<Button>Fulfil</Button>}>…</Page>
 */
export function Page(props: {
  readonly title: string;
  /** The screen above this one. */
  readonly back?: string;
  /** Beside the title: a state, a count. */
  readonly aside?: ReactNode;
  /** One line below the title. */
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  /** Fills the height, for tables that scroll in themselves. */
  readonly isWhole?: boolean;
  /** Reading width instead of the whole. */
  readonly isNarrow?: boolean;
  readonly children: ReactNode;
}) {
  const { title, back, aside, about, actions, isWhole, isNarrow, children } = props;
  const go = useGo();
  useEffect(() => {
    document.title = `${title} · Institor`;
  }, [title]);
  return (
    <div className={styles.page} data-whole={isWhole || undefined} data-narrow={isNarrow || undefined}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <div className={styles.line}>
            <Group gap="xs" wrap="nowrap" className={styles.named}>
              {back !== undefined && (
                <ActionIcon variant="subtle" color="gray" aria-label={words().close} onClick={() => go(back)}>
                  <ChevronLeft size={18} />
                </ActionIcon>
              )}
              <Title order={1} className={styles.title}>
                {title}
              </Title>
            </Group>
            {aside}
          </div>
          {about !== undefined && (
            <Text size="sm" c="dimmed" component="div">
              {about}
            </Text>
          )}
        </div>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </header>
      {children}
    </div>
  );
}
