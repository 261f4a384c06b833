import { Button } from '@mantine/core';
import { FileUp } from 'lucide-react';
import { type RowOf, useRows, useWrite } from '../../../platform/cockpit/api/index.ts';
import { ConfirmButton } from '../../../platform/cockpit/overlay/index.ts';
import { EmptyState, Page } from '../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../platform/cockpit/state/index.ts';
import { type Column, DataTable } from '../../../platform/cockpit/table/index.ts';
import { moneyOf } from '../../../platform/cockpit/text/index.ts';
import { Count, When } from '../../../platform/cockpit/value/index.ts';
import { dayOf, historyWords, namedIn } from './words.ts';

type Import = RowOf<'listHistoryImports'>;

/** What came in from elsewhere, the latest first, and taking it out again. */
export function Screen() {
  const t = historyWords();
  const go = useGo();
  const mayWrite = useMay()('settings:write');
  const imports = useRows('listHistoryImports', {}, { about: ['work', 'history'] });
  const begin = mayWrite && <Button onClick={() => go('/settings/history/new')}>{t.begin}</Button>;
  const columns: readonly Column<Import>[] = [
    { key: 'file', label: t.file, isTitle: true, cell: ({ fileName }) => fileName },
    { key: 'kind', label: t.kind, width: '90px', cell: ({ kind }) => t.kinds[kind] },
    { key: 'origin', label: t.from, width: '120px', cell: ({ origin }) => namedIn(t.formats, origin) },
    { key: 'days', label: t.days, width: '190px', cell: (one) => daysOf(one) },
    {
      ...{ key: 'rows', label: t.rows, width: '80px', align: 'end' },
      cell: ({ rows, orders }) => <Count of={orders?.documents ?? rows} />,
    },
    {
      ...{ key: 'net', label: t.netSales, width: '130px', align: 'end' },
      cell: ({ orders }) => orders?.netSales.map(moneyOf).join(' · '),
    },
    {
      key: 'when',
      label: t.when,
      width: '120px',
      align: 'end',
      cell: ({ importedAt }) => <When at={importedAt} />,
    },
    ...(mayWrite
      ? [
          {
            key: 'remove',
            label: t.remove,
            width: '110px',
            align: 'end',
            cell: (one: Import) => <Remove of={one} />,
          } as const,
        ]
      : []),
  ];
  return (
    <Page title={t.title} about={t.about} actions={begin} isWhole>
      <DataTable
        {...{ label: t.title, columns, source: imports }}
        idOf={({ id }) => String(id)}
        phone={(one) => ({
          ...{ title: one.fileName, detail: `${t.kinds[one.kind]} · ${daysOf(one)}` },
          aside: one.orders?.netSales.map(moneyOf).join(' · '),
          ...(mayWrite ? { action: <Remove of={one} /> } : {}),
        })}
        empty={<EmptyState icon={FileUp} title={t.empty} text={t.emptyText} action={begin} />}
      />
    </Page>
  );
}

function daysOf({ firstDay, lastDay }: Import): string {
  return firstDay === undefined || lastDay === undefined ? '' : `${dayOf(firstDay)} – ${dayOf(lastDay)}`;
}

function Remove({ of: { id, fileName } }: { readonly of: Import }) {
  const t = historyWords();
  const remove = useWrite('removeHistoryImport', { about: ['history', 'analytics'] });
  return (
    <ConfirmButton
      {...{ title: t.removeTitle(fileName), text: t.removeText, verb: t.remove, variant: 'subtle' }}
      onConfirm={() => remove.mutateAsync({ params: { id: String(id) } })}
    >
      {t.remove}
    </ConfirmButton>
  );
}
