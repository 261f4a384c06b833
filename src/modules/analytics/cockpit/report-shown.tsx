import { Button } from '@mantine/core';
import { Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRefreshEvery } from '../../../platform/cockpit/api/index.ts';
import { EmptyState, LoadingState, Shown } from '../../../platform/cockpit/page/index.ts';
import { type Report, refusalOf } from './report.ts';
import { analyticsWords } from './words.ts';

type Read = {
  readonly data: Report | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
};

const READY_MS = 60_000;
const PREPARING_MS = 5_000;

/**
 * Keeps the numbers of a screen new, and looks more often while they are being prepared. One read of a screen does it for
 * all: several would break off each other's reading on a slow machine.
 */
export function useFreshNumbers(read: Read, { isOff = false }: { readonly isOff?: boolean } = {}): void {
  const ms = isPreparing(read) ? PREPARING_MS : READY_MS;
  useRefreshEvery('analytics', isOff ? undefined : ms);
}

/** The warehouse is away, or was never fed to the end: what it says until then is not all of it. */
function isPreparing({ data, error }: Read): boolean {
  return data === undefined ? refusalOf(error) === 'analytics_away' : data.asOf === undefined;
}

/** A report in each of its states; that the warehouse is away is no failure of the shop, and says so. */
export function ReportShown(props: {
  readonly of: Read;
  readonly loading?: ReactNode;
  readonly children: (report: Report) => ReactNode;
}) {
  const { of: read, loading = <LoadingState />, children } = props;
  if (isPreparing(read)) return <Away again={() => void read.refetch()} />;
  return (
    <Shown of={read} loading={loading}>
      {children}
    </Shown>
  );
}

/** What else the process of the warehouse tells, in each of its states. */
export function ReadShown<Value>(props: {
  readonly of: {
    readonly data: Value | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  readonly children: (value: Value) => ReactNode;
}) {
  const { of: read, children } = props;
  const isAway = read.data === undefined && refusalOf(read.error) === 'analytics_away';
  return isAway ? <Away again={() => void read.refetch()} /> : <Shown of={read}>{children}</Shown>;
}

function Away({ again }: { readonly again: () => void }) {
  const t = analyticsWords();
  const button = (
    <Button variant="default" onClick={again}>
      {t.again}
    </Button>
  );
  return <EmptyState icon={Hourglass} title={t.away} text={t.awayText} action={button} />;
}

/** Instead of a report of days that cannot be asked for. */
export function SpanProblem({ of }: { readonly of: 'backwards' | 'too_long' }) {
  const t = analyticsWords();
  return <EmptyState title={t.problems[of]} text={t.problemText} />;
}
