import { Button, Skeleton, Text, Title } from '@mantine/core';
import { CircleAlert, Lock, type LucideIcon, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../api/call.ts';
import { words } from '../messages/words.ts';
import styles from './states.module.css';

/** Instead of what is not there: what this is for, and the first thing to do. */
export function EmptyState(props: {
  readonly icon?: LucideIcon;
  readonly title: string;
  readonly text?: ReactNode;
  readonly action?: ReactNode;
}) {
  const { icon: Icon, title, text, action } = props;
  return (
    <div className={styles.state}>
      {Icon && <Icon size={28} strokeWidth={1.5} aria-hidden className={styles.icon} />}
      <Title order={2} className={styles.title}>
        {title}
      </Title>
      {text !== undefined && (
        <Text size="sm" c="dimmed" maw={440} component="div">
          {text}
        </Text>
      )}
      {action}
    </div>
  );
}

/** What could not be read, why, and a way to try again. */
export function ErrorState({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const problem = 'problem' in error ? (error as ApiProblem).problem : undefined;
  const t = words();
  if (problem?.status === 403) return <EmptyState icon={Lock} title={t.noPermission} text={problem.detail} />;
  if (problem?.status === 404) {
    return <EmptyState icon={SearchX} title={t.notFound} text={problem.detail} />;
  }
  const retryButton = retry && (
    <Button variant="default" onClick={retry}>
      {t.tryAgain}
    </Button>
  );
  return (
    <div role="alert">
      <EmptyState icon={CircleAlert} title={t.failed} text={error.message} action={retryButton} />
    </div>
  );
}

export function NoPermission({ permission }: { readonly permission: string }) {
  const t = words();
  return <EmptyState icon={Lock} title={t.noPermission} text={t.noPermissionText(permission)} />;
}

/** The shape of what is being read: lines of text in a card. */
export function LoadingState({ lines = 6 }: { readonly lines?: number }) {
  return (
    <div role="status" aria-label={words().loading} className={styles.loading}>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={14} width={`${88 - ((index * 23) % 46)}%`} />
      ))}
    </div>
  );
}

/**
 * What is shown of a read in each of its states: the shape of it, why it failed, or what it told.
 *
 * @example
 * <Shown of={order}>{(order) => <OrderPage order={order} />}</Shown>
 */
export function Shown<Value>(props: {
  readonly of: {
    readonly data: Value | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  readonly loading?: ReactNode;
  readonly children: (value: Value) => ReactNode;
}) {
  const { of: read, loading = <LoadingState />, children } = props;
  if (read.data !== undefined) return children(read.data);
  if (read.error !== null) return <ErrorState error={read.error} retry={() => void read.refetch()} />;
  return loading;
}
