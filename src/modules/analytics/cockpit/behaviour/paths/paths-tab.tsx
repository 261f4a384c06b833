import { SegmentedControl, TextInput } from '@mantine/core';
import { Route } from 'lucide-react';
import { Card, EmptyState } from '../../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress } from '../../../../../platform/cockpit/state/index.ts';
import { countOf, percentOf } from '../../../../../platform/cockpit/text/index.ts';
import { type Row, sizeOf, totalIn } from '../../report.ts';
import { ReportShown } from '../../report-shown.tsx';
import type { Asked } from '../../span/use-asked.ts';
import { analyticsWords } from '../../words.ts';
import { pathOf } from '../funnel/steps.ts';
import { NumberTable } from '../number-table.tsx';
import { useReport } from '../use-report.ts';
import { FlowPicture } from './flow-picture.tsx';
import styles from './paths.module.css';

const MOST = 10;

/** Which way visits take from a page on, or to it. */
export function PathsTab({ asked }: { readonly asked: Asked }) {
  const t = analyticsWords().behaviour;
  const [query, change] = useAddress();
  const page = textIn(query, 'page');
  const isTo = textIn(query, 'to_page') === 'true';
  const read = useReport('paths', asked, {
    limit: '1000',
    ...(page === '' ? {} : { page }),
    ...(isTo ? { isTo: 'true' as const } : {}),
  });
  const keep = (typed: string) => change({ page: typed.trim() === '' ? undefined : pathOf(typed) });
  return (
    <>
      <div className={styles.choices}>
        <SegmentedControl
          aria-label={t.direction}
          value={isTo ? 'to' : 'from'}
          data={[
            { value: 'from', label: t.from },
            { value: 'to', label: t.to },
          ]}
          onChange={(value) => change({ to_page: value === 'to' ? 'true' : undefined })}
        />
        <TextInput
          key={page}
          {...{ 'aria-label': t.page, defaultValue: page, placeholder: isTo ? t.pageOfTo : t.pageOfFrom }}
          className={styles.page}
          onBlur={({ currentTarget }) => currentTarget.value !== page && keep(currentTarget.value)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && keep(currentTarget.value)}
        />
      </div>
      <ReportShown of={read}>
        {(report) =>
          report.rows.length === 0 ? (
            <EmptyState icon={Route} title={t.noWay} text={t.noWayText} />
          ) : (
            <Ways
              {...{ rows: report.rows, isTo }}
              total={sizeOf(totalIn(report, undefined)?.values['sessions'])}
              onChoose={(name) => change({ page: name }, { isStep: true })}
            />
          )
        }
      </ReportShown>
    </>
  );
}

function Ways(props: {
  readonly rows: readonly Row[];
  readonly isTo: boolean;
  readonly total: number;
  readonly onChoose: (page: string) => void;
}) {
  const { rows, isTo, total, onChoose } = props;
  const t = analyticsWords().behaviour;
  return (
    <>
      <div className={styles.wide}>
        <Card title={t.ways} about={t.waysAbout(countOf(total))}>
          <FlowPicture {...{ rows, isTo, onChoose }} />
        </Card>
      </div>
      <Card title={t.wayList} isFlush>
        <NumberTable
          {...{ label: t.wayList, first: t.ways, rows: rows.slice(0, MOST) }}
          keyOf={({ of }) => JSON.stringify(of)}
          nameOf={wayText}
          sizeOf={({ values }) => sizeOf(values['sessions'])}
          columns={[
            { title: t.visits, of: ({ values }) => countOf(sizeOf(values['sessions'])) },
            { title: t.share, of: ({ values }) => percentOf(sizeOf(values['path_share'])) },
          ]}
        />
      </Card>
    </>
  );
}

function wayText({ of }: Row): string {
  const { rest } = analyticsWords().behaviour;
  const names = [1, 2, 3, 4, 5].map((place) => of[`page_${place}`] ?? '').filter((name) => name !== '');
  return names.map((name) => (name === 'other' ? rest : name)).join(' → ');
}
