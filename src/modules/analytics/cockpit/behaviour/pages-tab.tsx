import { Footprints } from 'lucide-react';
import type { ReactNode } from 'react';
import { Card, EmptyState } from '../../../../platform/cockpit/page/index.ts';
import { type Report, sizeOf, valueText } from '../report.ts';
import { ReportShown } from '../report-shown.tsx';
import type { Asked } from '../span/use-asked.ts';
import { analyticsWords, wordOf } from '../words.ts';
import styles from './behaviour.module.css';
import { type NumberColumn, NumberTable } from './number-table.tsx';
import { secondsText } from './seconds-text.ts';
import { ShareText } from './share-text.tsx';
import { useReport } from './use-report.ts';
import { WholeReport } from './whole-report.tsx';

type Row = Report['rows'][number];
const MOST = 8;

/** Where visits begin and end, and what they see in between. */
export function PagesTab({ asked }: { readonly asked: Asked }) {
  const t = analyticsWords();
  const b = t.behaviour;
  const measure = (id: string, kind: 'count' | 'share' = 'count'): NumberColumn<Row> => ({
    title: wordOf(t.measures, id),
    of: ({ values }) => valueText(values[id], kind, undefined),
  });
  const conversion: NumberColumn<Row> = {
    title: b.conversion,
    of: ({ values }) => <ShareText part={values['sessions_bought']} whole={values['sessions']} />,
  };
  const time = (id: string): NumberColumn<Row> => ({
    title: b.time,
    of: ({ values }) => secondsText(values[id]),
  });
  return (
    <>
      <PageCard
        {...{ asked, id: 'landing_pages', dimension: 'landing_page', by: 'sessions' }}
        title={b.begins}
        about={b.beginsAbout}
        columns={[measure('sessions'), measure('bounce_rate', 'share'), time('time_per_visit'), conversion]}
      />
      <div className={styles.two}>
        <PageCard
          {...{ asked, id: 'exit_pages', dimension: 'exit_page', by: 'exits' }}
          title={b.ends}
          columns={[{ ...measure('exits'), title: b.visits }, measure('exit_rate', 'share')]}
        />
        <PageCard
          {...{ asked, id: 'pages', dimension: 'page', by: 'views' }}
          title={b.seen}
          about={b.seenAbout}
          columns={[measure('views'), measure('visitors'), time('time_on_page')]}
        />
      </div>
    </>
  );
}

/** A path; of the home page what it is as well. */
function pageName(path = ''): string {
  const t = analyticsWords();
  if (path === '') return t.unknown;
  return path === '/' ? `/ ${t.values.home}` : path;
}

function PageCard(props: {
  readonly asked: Asked;
  readonly id: string;
  readonly dimension: string;
  readonly by: string;
  readonly title: string;
  readonly about?: ReactNode;
  readonly columns: readonly NumberColumn<Row>[];
}) {
  const { asked, id, dimension, by, title, about, columns } = props;
  const t = analyticsWords();
  const read = useReport(id, asked, { limit: '200' }, id !== 'landing_pages');
  return (
    <Card title={title} about={about} isFlush actions={<WholeReport id={id} asked={asked} />}>
      <ReportShown of={read}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon={Footprints} title={t.behaviour.noVisits} text={t.behaviour.noVisitsText} />
          ) : (
            <NumberTable
              label={title}
              first={wordOf(t.dimensions, dimension)}
              rows={rows.slice(0, MOST)}
              keyOf={({ of }) => JSON.stringify(of)}
              nameOf={({ of }) => pageName(of[dimension])}
              sizeOf={({ values }) => sizeOf(values[by])}
              columns={columns}
            />
          )
        }
      </ReportShown>
    </Card>
  );
}
