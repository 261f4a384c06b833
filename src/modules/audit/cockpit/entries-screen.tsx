import { ScrollText } from 'lucide-react';
import { type RowOf, useRows } from '../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../platform/cockpit/page/index.ts';
import { textIn, textsIn, useAddress } from '../../../platform/cockpit/state/index.ts';
import {
  type Column,
  DataTable,
  ExportButton,
  type Filter,
  ListBar,
  shownColumns,
} from '../../../platform/cockpit/table/index.ts';
import { When } from '../../../platform/cockpit/value/index.ts';
import { OUTCOMES, OutcomeBadge } from './outcome.tsx';
import { VerifyButton } from './verify-button.tsx';
import { auditWords } from './words.ts';

type EntryRow = RowOf<'listAuditEntries'>;

/** Who did what, the latest first. */
export function Screen() {
  const t = auditWords();
  const [query] = useAddress();
  const asked = askedIn(query);
  const entries = useRows('listAuditEntries', { query: asked }, { about: ['audit'], isKept: true });
  const columns = columnsIn(t);
  return (
    <Page title={t.title} about={t.about} isWhole actions={<VerifyButton />}>
      <ListBar hint={t.search} filters={filtersIn(t)} columns={columns}>
        <ExportButton operation="beginAuditExport" query={asked} title={t.title} />
      </ListBar>
      <DataTable
        label={t.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={entries}
        idOf={({ id }) => id}
        isFiltered={Object.values(asked).some((value) => value !== undefined)}
        pathOf={({ id }) => `/audit/${id}`}
        empty={<EmptyState icon={ScrollText} title={t.empty} text={t.emptyText} />}
        phone={(row) => ({
          title: row.summary,
          detail: row.actorName || row.actor,
          aside: <OutcomeBadge outcome={row.outcome} />,
        })}
      />
    </Page>
  );
}

type Words = ReturnType<typeof auditWords>;

function columnsIn(t: Words): readonly Column<EntryRow>[] {
  return [
    { key: 'what', label: t.what, cell: ({ summary }) => summary, isTitle: true },
    { key: 'who', label: t.who, cell: ({ actorName, actor }) => actorName || actor, width: '18%' },
    { key: 'kind', label: t.kind, cell: ({ kind }) => kind, width: '16%' },
    { key: 'changes', label: t.changes, cell: changesIn, width: '20%' },
    { key: 'ip', label: t.from, cell: ({ ip }) => ip, width: '130px', isHidden: true },
    {
      key: 'outcome',
      label: t.outcome,
      cell: (row) => <OutcomeBadge outcome={row.outcome} />,
      width: '110px',
    },
    { key: 'when', label: t.when, cell: ({ at }) => <When at={at} />, width: '130px', align: 'end' },
  ];
}

function changesIn({ differences, code }: EntryRow): string {
  return code || differences.map(({ field }) => field).join(', ');
}

function filtersIn(t: Words): readonly Filter[] {
  return [
    {
      ...{ key: 'outcome', label: t.outcome, kind: 'choice' },
      options: OUTCOMES.map((value) => ({ value, label: t.outcomes[value] })),
    },
    { key: 'kind', label: t.kind, kind: 'text' },
    { key: 'subjectId', label: t.id, kind: 'text' },
    { key: 'operation', label: t.operation, kind: 'text' },
    { key: 'actor', label: t.actor, kind: 'text' },
  ];
}

function askedIn(query: Readonly<Record<string, unknown>>) {
  const text = (name: string) => textIn(query, name) || undefined;
  return {
    ...{ q: text('q'), kind: text('kind'), subjectId: text('subjectId'), actor: text('actor') },
    ...{ operation: text('operation'), outcome: OUTCOMES.find((one) => one === text('outcome')) },
  };
}
