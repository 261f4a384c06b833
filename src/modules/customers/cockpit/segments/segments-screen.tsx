import { Button } from '@mantine/core';
import { UsersRound } from 'lucide-react';
import { type Told, useRead } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { type Column, DataTable } from '../../../../platform/cockpit/table/index.ts';
import { Count, When } from '../../../../platform/cockpit/value/index.ts';
import { customerWords } from '../words.ts';

type Row = Told<'listSegments'>['items'][number];

/** Groups of customers, with how many are in each now. */
export function Screen() {
  const { segments: t } = customerWords();
  const go = useGo();
  const may = useMay();
  const found = useRead('listSegments', {}, { about: ['customers'] });
  const columns: readonly Column<Row>[] = [
    { key: 'name', label: t.name, cell: ({ name }) => name, isTitle: true },
    { key: 'code', label: t.code, cell: ({ code }) => code, width: '180px' },
    { key: 'kind', label: t.kind, cell: ({ rule }) => (rule ? t.byRule : t.byHand), width: '120px' },
    { key: 'changed', label: t.changed, cell: ({ changedAt }) => <When at={changedAt} />, width: '140px' },
    {
      ...{ key: 'members', label: t.members, width: '120px', align: 'end' as const },
      cell: ({ members }) => <Count of={members} />,
    },
  ];
  const create = may('customers:write') && <Button onClick={() => go('/segments/new')}>{t.create}</Button>;
  return (
    <Page title={t.title} about={t.about} actions={create} isWhole>
      <DataTable
        label={t.title}
        columns={columns}
        source={{
          ...{ rows: found.data?.items ?? [], error: found.error, isPending: found.isPending },
          ...{ hasNextPage: false, isFetchingNextPage: false, fetchNextPage: () => undefined },
          refetch: found.refetch,
        }}
        idOf={({ id }) => id}
        pathOf={({ id }) => `/segments/${id}`}
        empty={<EmptyState icon={UsersRound} title={t.empty} text={t.emptyText} action={create} />}
        phone={({ name, rule, members }) => ({
          title: name,
          detail: rule ? t.byRule : t.byHand,
          aside: <Count of={members} />,
        })}
      />
    </Page>
  );
}
