import { Link } from '@tanstack/react-router';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { analyticsWords, definitionOf, wordOf } from '../words.ts';
import { GROUPS, groupOf } from './groups.ts';
import styles from './report.module.css';

type Listed = Told<'listReports'>['items'][number];

/** Every report, by what it is about, with the question that it answers. */
export function Screen() {
  const t = analyticsWords();
  const reports = useRead('listReports', {}, { about: [] });
  return (
    <Page title={t.reportsTitle} about={t.reportsAbout} isNarrow>
      <Shown of={reports}>
        {({ items }) =>
          GROUPS.map((group) => {
            const found = items.filter(({ id }) => groupOf(id) === group);
            return (
              found.length > 0 && (
                <Card key={group} title={t.groups[group]} isFlush>
                  <ul className={styles.reports}>
                    {found.map((report) => (
                      <li key={report.id}>
                        <Entry of={report} />
                      </li>
                    ))}
                  </ul>
                </Card>
              )
            );
          })
        }
      </Shown>
    </Page>
  );
}

function Entry({ of: { id, about } }: { readonly of: Listed }) {
  const t = analyticsWords();
  const answers: Readonly<Record<string, string>> = t.answers;
  return (
    <Link to={`/analytics/reports/${id}`} className={styles.report}>
      <span className={styles.reportName}>{wordOf(t.reports, id)}</span>
      <span className={styles.reportAbout}>{answers[id] ?? definitionOf(about)}</span>
    </Link>
  );
}
