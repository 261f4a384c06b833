import { useRead, useRefreshEvery } from '../../../../platform/cockpit/api/index.ts';
import { Card, Facts, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { momentOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { CronCard } from './cron-card.tsx';
import { JobCard } from './job-card.tsx';
import { Parts, TONES, versionFacts } from './parts.tsx';
import { systemWords } from './words.ts';

const EVERY_MS = 15_000;
const ABOUT = { about: ['system'], isKept: true };

/** Whether everything works, what waits, what is done by the clock, and what all this runs on. */
export function Screen() {
  const t = systemWords();
  useRefreshEvery('system', EVERY_MS);
  const health = useRead('readSystemHealth', {}, ABOUT);
  const versions = useRead('readSystemVersions', {}, ABOUT);
  const overall = health.data?.overall;
  return (
    <Page
      title={t.title}
      about={t.about}
      aside={overall && <StateBadge tone={TONES[overall]}>{t.overall[overall]}</StateBadge>}
    >
      <Shown of={health}>{(read) => <Parts health={read} />}</Shown>
      <JobCard />
      <CronCard />
      <Card title={t.versions}>
        <Shown of={versions}>
          {(read) => (
            <Facts
              of={[
                ...versionFacts(read, health.data?.database.sizeBytes),
                [t.started, momentOf(read.startedAt)],
              ]}
            />
          )}
        </Shown>
      </Card>
    </Page>
  );
}
