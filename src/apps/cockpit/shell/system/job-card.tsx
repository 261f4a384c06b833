import { Text } from '@mantine/core';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, Shown } from '../../../../platform/cockpit/page/index.ts';
import { Count, Why } from '../../../../platform/cockpit/value/index.ts';
import styles from './system.module.css';
import { systemWords } from './words.ts';

const FIGURES = ['waiting', 'running', 'scheduled', 'failing'] as const;

/** What the workers have to do, by kind. */
export function JobCard() {
  const t = systemWords();
  const jobs = useRead('listJobKinds', {}, { about: ['system'], isKept: true });
  return (
    <Card title={t.jobs} about={t.jobsAbout} isFlush>
      <Shown of={jobs}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed" px="md" pb="md">
              {t.jobsNone}
            </Text>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
            <section className={styles.scroll} tabIndex={0}>
              <table className={styles.list}>
                <thead>
                  <tr>
                    <th scope="col">{t.job}</th>
                    {FIGURES.map((figure) => (
                      <th key={figure} scope="col" className={styles.end}>
                        {t.columns[figure]}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {items.map((kind) => (
                    <tr key={`${kind.isReaction} ${kind.name}`}>
                      <td>
                        <span className={styles.name}>{kind.name}</span>{' '}
                        {kind.isReaction && <span className={styles.dim}>{t.reaction}</span>}
                        {kind.lastError !== '' && (
                          <Why title={t.lastError} text={kind.lastError.split('\n')[0] ?? ''} />
                        )}
                      </td>
                      {FIGURES.map((figure) => (
                        <td key={figure} className={styles.end}>
                          <Count of={kind[figure]} />
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )
        }
      </Shown>
    </Card>
  );
}
