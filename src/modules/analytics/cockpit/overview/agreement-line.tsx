import { Link } from '@tanstack/react-router';
import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { countOf, sinceOf } from '../../../../platform/cockpit/text/index.ts';
import { addDays } from '../span/days.ts';
import { analyticsWords } from '../words.ts';
import styles from './overview.module.css';

/** As many days as the nightly check looks at. */
export const CHECKED_DAYS = 35;

/** Whether reports say the same as the books, as it was found in the night. */
export function AgreementLine({
  today,
  isOf,
}: {
  readonly today: string;
  /** What is wrong stands where it is seen first. */
  readonly isOf: 'differing' | 'agreeing';
}) {
  const t = analyticsWords();
  const query = { from: addDays(today, -CHECKED_DAYS), to: today };
  const { data } = useRead('readAgreement', { query }, { about: ['analytics'] });
  if (data === undefined) return null;
  const [latest] = data.items;
  const differing = data.items.filter(({ differences }) => differences.length > 0).length;
  if (differing > 0 !== (isOf === 'differing')) return null;
  if (latest === undefined) {
    return (
      <Line icon={<CircleDashed size={16} aria-hidden />} isLinked={false}>
        {t.agreement.never}
      </Line>
    );
  }
  const when = sinceOf(latest.checkedAt);
  const days = countOf(data.items.length);
  if (differing === 0) {
    return (
      <Line icon={<CircleCheck size={16} aria-hidden data-tone="good" />}>
        {t.agreement.agrees(days, when)}
      </Line>
    );
  }
  return (
    <Line icon={<CircleAlert size={16} aria-hidden data-tone="bad" />}>
      {t.agreement.differs(countOf(differing), days, when)}
    </Line>
  );
}

function Line({
  icon,
  isLinked = true,
  children,
}: {
  readonly icon: ReactNode;
  readonly isLinked?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.agreement} aria-label={analyticsWords().agreement.title}>
      {icon}
      <span>{children}</span>
      {isLinked && (
        <Link className={styles.all} to="/analytics/agreement">
          {analyticsWords().agreement.show}
        </Link>
      )}
    </section>
  );
}
