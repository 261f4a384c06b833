import { Alert, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ApiProblem, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { Card, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import styles from '../fields/editor.module.css';
import { useSettled } from '../fields/use-settled.ts';
import { reportingWords } from '../words.ts';
import { AlertChart } from './alert-chart.tsx';
import type { AlertBody, Preview } from './draft.ts';
import { numberText, whenText } from './number-text.ts';

const MOST_LISTED = 12;
const AGAIN_MS = 5_000;

/** What this alert would have done in the last 90 days, before anybody is told of anything. */
export function PreviewCard({ of }: { readonly of: AlertBody }) {
  const t = reportingWords();
  // What was seen last stays until the next is there.
  const [shown, show] = useState<Preview>();
  const preview = useWrite('previewReportAlert', { about: [], isTold: true, onDone: show });
  const { query, rule, grain, graceMinutes, language } = of;
  const asked = useSettled({ query, rule, grain, graceMinutes, language });
  const { mutate } = preview;
  useEffect(() => mutate({ body: asked }), [mutate, asked]);
  const { error } = preview;
  const isAway = error instanceof ApiProblem && error.problem.code === 'analytics_away';
  useEffect(() => {
    if (!isAway) return;
    const again = setTimeout(() => mutate({ body: asked }), AGAIN_MS);
    return () => clearTimeout(again);
  });
  return (
    <Card title={t.alerts.preview} about={t.alerts.previewAbout}>
      {isAway && (
        <Text size="sm" c="dimmed" role="status" mb="md">
          {t.away}
        </Text>
      )}
      {error && !isAway && (
        <Alert color="yellow" role="alert" mb="md">
          {error.message}
        </Alert>
      )}
      {shown === undefined ? (
        error === null && <LoadingState lines={8} />
      ) : (
        <Outcome of={shown} isAnomaly={asked.rule.kind === 'anomaly'} />
      )}
    </Card>
  );
}

const MOST_NAMED = 6;

/** Each reason once, the latest first. */
function namesOf(known: Preview['known']): string {
  const names = [...new Set(known.toReversed().map(({ why }) => why))];
  return `${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? ', …' : ''}`;
}

function Outcome({ of: preview, isAnomaly }: { readonly of: Preview; readonly isAnomaly: boolean }) {
  const t = reportingWords();
  const { episodes, unjudged, daysNeeded, points, known } = preview;
  return (
    <>
      <p className={styles.said}>{t.alerts.wouldHave(episodes.length)}</p>
      <AlertChart of={preview} />
      {unjudged > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t.alerts.unjudged(unjudged, points.length, daysNeeded)}
        </Text>
      )}
      {known.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t.alerts.known(known.length, namesOf(known))}
        </Text>
      )}
      {isAnomaly && (
        <Text size="sm" c="dimmed" mt="sm">
          {t.alerts.rateAbout}
        </Text>
      )}
      {episodes.length > 0 && (
        <ul className={styles.list} style={{ marginTop: 12 }}>
          {episodes
            .toReversed()
            .slice(0, MOST_LISTED)
            .map(({ began, value, length }) => (
              <li key={began}>
                <span>{whenText(began)}</span>
                <span>
                  <strong>{numberText(value, preview)}</strong>{' '}
                  {length > 1 && <span className={styles.dim}>{t.alerts.inARow(length)}</span>}
                </span>
              </li>
            ))}
        </ul>
      )}
    </>
  );
}
