import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, Shown } from '../../../../platform/cockpit/page/index.ts';
import { When } from '../../../../platform/cockpit/value/index.ts';
import { scheduleText } from './schedule-text.ts';
import styles from './system.module.css';
import { systemWords } from './words.ts';

/** What is done again and again by itself. */
export function CronCard() {
  const t = systemWords();
  const crons = useRead('listCrons', {}, { about: ['system'], isKept: true });
  return (
    <Card title={t.crons} about={t.cronsAbout} isFlush>
      <Shown of={crons}>
        {({ items }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
          <section className={styles.scroll} tabIndex={0}>
            <table className={styles.list}>
              <thead>
                <tr>
                  <th scope="col">{t.job}</th>
                  <th scope="col">{t.crons}</th>
                  <th scope="col" className={styles.end}>
                    {t.lastRun}
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ name, schedule, lastRunAt }) => (
                  <tr key={name}>
                    <td className={styles.name}>{name}</td>
                    <td title={schedule}>{scheduleText(schedule, t.schedules)}</td>
                    <td className={styles.end}>
                      {lastRunAt ? <When at={lastRunAt} /> : <span className={styles.dim}>{t.never}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Shown>
    </Card>
  );
}
