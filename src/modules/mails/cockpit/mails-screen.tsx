import { MailOpen } from 'lucide-react';
import { type RowOf, useRows } from '../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../platform/cockpit/page/index.ts';
import { textIn, textsIn, useAddress } from '../../../platform/cockpit/state/index.ts';
import {
  type Column,
  DataTable,
  type Filter,
  ListBar,
  shownColumns,
} from '../../../platform/cockpit/table/index.ts';
import { When } from '../../../platform/cockpit/value/index.ts';
import { MailStateBadge } from './mail-state.tsx';
import { mailWords } from './words.ts';

type MailRow = RowOf<'listMails'>;

/** What the shop has written, the latest first. */
export function Screen() {
  const t = mailWords();
  const [query] = useAddress();
  const asked = { q: textIn(query, 'q') || undefined, state: stateIn(query) };
  const mails = useRows('listMails', { query: asked }, { about: ['mails'], isKept: true });
  const filters: readonly Filter[] = [
    {
      ...{ key: 'state', label: t.state, kind: 'choice' },
      options: STATES.map((value) => ({ value, label: t.states[value] })),
    },
  ];
  const columns: readonly Column<MailRow>[] = [
    { key: 'subject', label: t.subject, cell: ({ subject }) => subject, isTitle: true },
    { key: 'to', label: t.to, cell: ({ to }) => to, width: '26%' },
    { key: 'state', label: t.state, cell: ({ state }) => <MailStateBadge state={state} />, width: '120px' },
    { key: 'kind', label: t.kind, cell: ({ kind }) => kind, width: '160px', isHidden: true },
    { key: 'language', label: t.language, cell: ({ locale }) => locale, width: '90px', isHidden: true },
    {
      key: 'written',
      label: t.written,
      cell: ({ createdAt }) => <When at={createdAt} />,
      width: '130px',
      align: 'end',
    },
  ];
  return (
    <Page title={t.title} about={t.about} isWhole>
      <ListBar hint={t.search} filters={filters} columns={columns} />
      <DataTable
        label={t.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={mails}
        idOf={({ id }) => id}
        isFiltered={asked.q !== undefined || asked.state !== undefined}
        pathOf={({ id }) => `/mails/${id}`}
        empty={<EmptyState icon={MailOpen} title={t.empty} text={t.emptyText} />}
        phone={({ subject, to, state }) => ({
          title: subject,
          detail: to,
          aside: <MailStateBadge state={state} />,
        })}
      />
    </Page>
  );
}

const STATES = ['queued', 'kept', 'sent', 'failed'] as const;

function stateIn(query: Readonly<Record<string, unknown>>) {
  return STATES.find((state) => state === textIn(query, 'state'));
}
