import { Button } from '@mantine/core';
import { Download, FileUp } from 'lucide-react';
import { type RowOf, useRows, useWrite } from '../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../platform/cockpit/page/index.ts';
import { showWork, useGo, useMay } from '../../../platform/cockpit/state/index.ts';
import { type Column, DataTable } from '../../../platform/cockpit/table/index.ts';
import { countOf } from '../../../platform/cockpit/text/index.ts';
import { Count, When } from '../../../platform/cockpit/value/index.ts';
import { RunBadge } from './run-badge.tsx';
import { importWords } from './words.ts';

type Run = RowOf<'listImports'>;

/** What was brought in, the latest first; and all products as a file. */
export function Screen() {
  const t = importWords();
  const go = useGo();
  const may = useMay();
  const runs = useRows('listImports', {}, { about: ['catalog', 'work'] });
  const begin = may('products:write') && <Button onClick={() => go('/imports/new')}>{t.begin}</Button>;
  const columns: readonly Column<Run>[] = [
    { key: 'file', label: t.file, isTitle: true, cell: ({ fileName }) => fileName },
    { key: 'kind', label: t.kind, width: '120px', cell: ({ isDryRun }) => (isDryRun ? t.trial : t.import) },
    { key: 'state', label: t.state, width: '130px', cell: (run) => <RunBadge of={run} /> },
    {
      key: 'created',
      label: t.created,
      width: '100px',
      align: 'end',
      cell: ({ counts }) => <Count of={counts.created} />,
    },
    {
      key: 'updated',
      label: t.updated,
      width: '100px',
      align: 'end',
      cell: ({ counts }) => <Count of={counts.updated} />,
    },
    { key: 'errors', label: t.errors, width: '90px', align: 'end', cell: ({ errors }) => countOf(errors) },
    {
      key: 'when',
      label: t.when,
      width: '130px',
      align: 'end',
      cell: ({ createdAt }) => <When at={createdAt} />,
    },
  ];
  const out = useWrite('beginProductExport', { about: ['work'], onDone: showWork });
  return (
    <Page
      title={t.title}
      actions={
        <>
          <Button
            {...{
              variant: 'default',
              leftSection: <Download size={14} aria-hidden />,
              loading: out.isPending,
            }}
            onClick={() => out.mutate({ body: { title: t.export } })}
          >
            {t.export}
          </Button>
          {begin}
        </>
      }
      isWhole
    >
      <DataTable
        {...{ label: t.title, columns, source: runs }}
        idOf={({ id }) => id}
        pathOf={({ id }) => `/imports/${id}`}
        empty={<EmptyState icon={FileUp} title={t.empty} text={t.emptyText} action={begin} />}
      />
    </Page>
  );
}
