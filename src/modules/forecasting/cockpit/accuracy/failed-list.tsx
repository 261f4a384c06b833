import { Anchor } from '@mantine/core';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { useGo } from '../../../../platform/cockpit/state/index.ts';
import styles from '../forecast.module.css';
import { detailOf } from '../goods-cell.tsx';
import { changeText } from '../reason-text.ts';
import { forecastWords } from '../words.ts';

type Failed = Told<'readForecastAccuracy'>['failed'];

/** Variants whose forecasts were furthest off, with the way to each. */
export function FailedList({ of }: { readonly of: Failed }) {
  const t = forecastWords().accuracy;
  const go = useGo();
  if (of.length === 0) return <p>{t.nothingFailed}</p>;
  return (
    <ul className={styles.reasons}>
      {of.slice(0, 8).map(({ item, bias }) => (
        <li key={item.variantId} className={styles.reason}>
          <Anchor component="button" inherit ta="start" onClick={() => go(`/forecast/${item.variantId}`)}>
            {item.title}
          </Anchor>
          <span className={styles.quiet}>
            {[detailOf(item), `${changeText(bias).slice(1)} ${bias > 0 ? t.tooHigh : t.tooLow}`]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
