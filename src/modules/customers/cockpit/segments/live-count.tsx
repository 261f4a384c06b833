import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { customerWords } from '../words.ts';
import { isWhole, type Rule } from './condition.ts';
import styles from './segments.module.css';

/** How many fit the rule as it is written now, and the newest of them. */
export function LiveCount({ rule }: { readonly rule: Rule }) {
  const t = customerWords().segments;
  const [asked] = useDebouncedValue(rule, 200);
  const isOff = !asked.conditions.every(isWhole);
  const found = useRead(
    'previewSegment',
    { body: { rule: asked } },
    { about: ['customers'], isOff, isKept: true },
  );
  const { count = 0, first = [] } = found.data ?? {};
  return (
    <Card>
      <div className={styles.live} aria-live="polite">
        <div className={styles.count}>
          {found.data && (count === 0 ? t.nobody : count === 1 ? t.oneLive : t.live(countOf(count)))}
        </div>
        <ul className={styles.first}>
          {first.map(({ id, name, email, country }) => (
            <li key={id}>
              <Link to={`/customers/${id}`}>{name || (email ?? '–')}</Link>{' '}
              <span className={styles.quiet}>{country}</span>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
