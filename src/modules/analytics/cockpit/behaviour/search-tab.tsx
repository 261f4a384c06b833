import { SearchX } from 'lucide-react';
import { Card, EmptyState } from '../../../../platform/cockpit/page/index.ts';
import { countOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { type Report, type Row, sizeOf, totalIn, valueText } from '../report.ts';
import { ReportShown } from '../report-shown.tsx';
import type { Asked } from '../span/use-asked.ts';
import { analyticsWords, wordOf } from '../words.ts';
import styles from './behaviour.module.css';
import { NumberTable } from './number-table.tsx';
import { ShareText } from './share-text.tsx';
import { useReport } from './use-report.ts';
import { WholeReport } from './whole-report.tsx';

const MOST = 15;

/** What visitors search for in the shop, and what they do then. */
export function SearchTab({ asked }: { readonly asked: Asked }) {
  const t = analyticsWords().behaviour;
  const read = useReport('on_site_search', asked, { limit: '1000' });
  return (
    <ReportShown of={read}>
      {(report) =>
        report.rows.length === 0 ? (
          <EmptyState icon={SearchX} title={t.noSearch} text={t.noVisitsText} />
        ) : (
          <Searches report={report} asked={asked} />
        )
      }
    </ReportShown>
  );
}

function Searches({ report, asked }: { readonly report: Report; readonly asked: Asked }) {
  const t = analyticsWords();
  const b = t.behaviour;
  const empty = nothingFound(report.rows);
  const share = (id: string) => ({
    title: wordOf(t.measures, id),
    of: ({ values }: Row) => valueText(values[id], 'share', undefined),
  });
  return (
    <>
      <Sums total={totalIn(report, undefined)} />
      <div className={styles.wide}>
        <Card title={b.searched} isFlush actions={<WholeReport id={report.id} asked={asked} />}>
          <NumberTable
            {...{ label: b.searched, first: t.dimensions.term, rows: report.rows.slice(0, MOST) }}
            keyOf={({ of }) => of['term'] ?? ''}
            nameOf={({ of }) => of['term']}
            sizeOf={({ values }) => sizeOf(values['searches'])}
            columns={[
              { title: t.measures.searches, of: ({ values }) => countOf(sizeOf(values['searches'])) },
              ...[share('nothing_found'), share('search_exits'), share('searches_refined')],
              {
                title: b.conversion,
                of: ({ values }) => <ShareText part={values['searches_bought']} whole={values['searches']} />,
              },
            ]}
          />
        </Card>
        <Card title={b.foundNothing} about={b.foundNothingAbout} isFlush>
          {empty.length === 0 ? (
            <p className={styles.quiet}>{b.everythingFound}</p>
          ) : (
            <NumberTable
              {...{ label: b.foundNothing, first: t.dimensions.term, rows: empty.slice(0, MOST) }}
              keyOf={({ of }) => of['term'] ?? ''}
              nameOf={({ of }) => of['term']}
              sizeOf={timesEmpty}
              columns={[{ title: t.measures.searches, of: (row) => countOf(Math.round(timesEmpty(row))) }]}
            />
          )}
        </Card>
      </div>
    </>
  );
}

/** Terms by how often nothing was found for them. */
function nothingFound(rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => timesEmpty(row) > 0).toSorted((a, b) => timesEmpty(b) - timesEmpty(a));
}

function timesEmpty({ values }: Row): number {
  return sizeOf(values['searches']) * sizeOf(values['nothing_found']);
}

function Sums({ total }: { readonly total: Row | undefined }) {
  const t = analyticsWords();
  const share = (id: string) => valueText(total?.values[id], 'share', undefined);
  const sums: readonly (readonly [name: string, value: string])[] = [
    [t.measures.searches, countOf(sizeOf(total?.values['searches']))],
    [t.measures.nothing_found, share('nothing_found')],
    [t.measures.search_exits, share('search_exits')],
    [t.behaviour.conversion, percentOf(sizeOf(total?.values['search_conversion']))],
  ];
  return (
    <dl className={styles.sums}>
      {sums.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
