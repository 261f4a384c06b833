import { Group, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './card.module.css';

/** A part of a screen with a heading of its own. `actions` stand beside it. */
export function Card(props: {
  readonly title?: string;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  /** Without padding, for tables and lists. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
}) {
  const { title, about, actions, isFlush, children } = props;
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <Group justify="space-between" gap="xs" className={styles.head}>
          <div>
            <Title order={2} id={id} className={styles.title}>
              {title}
            </Title>
            {about !== undefined && <div className={styles.about}>{about}</div>}
          </div>
          {actions !== undefined && <Group gap="xs">{actions}</Group>}
        </Group>
      )}
      <div className={styles.body} data-flush={isFlush || undefined}>
        {children}
      </div>
    </section>
  );
}

/** Names and values under each other: `<Facts of={[['Placed', moment], …]} />`. What is empty is left out. */
export function Facts({ of }: { readonly of: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {of
        .filter(([, value]) => value !== undefined && value !== '' && value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
