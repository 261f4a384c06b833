import { Users } from 'lucide-react';
import { type RowOf, useRead, useRows } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textsIn, useAddress } from '../../../../platform/cockpit/state/index.ts';
import {
  type Column,
  DataTable,
  ExportButton,
  type Filter,
  ListBar,
  shownColumns,
  useChoice,
  ViewsMenu,
} from '../../../../platform/cockpit/table/index.ts';
import { countOf, countryName } from '../../../../platform/cockpit/text/index.ts';
import { Count, Money, When } from '../../../../platform/cockpit/value/index.ts';
import { customerWords } from '../words.ts';
import { BulkMarks } from './bulk-marks.tsx';
import { customerFilterOf, customerSortOf } from './customer-query.ts';
import styles from './list.module.css';

type Row = RowOf<'listCustomers'>;
const ABOUT = ['customers'] as const;

/** Everybody who bought or has an account. */
export function Screen() {
  const t = customerWords();
  const [query] = useAddress();
  const choice = useChoice();
  const filter = customerFilterOf(query);
  const asked = { query: { ...filter, sort: customerSortOf(query) } };
  const customers = useRows('listCustomers', asked, { about: ABOUT, isKept: true });
  const count = useRead('countCustomers', { query: filter }, { about: ABOUT, isKept: true, isAside: true });
  const columns = columnsOf();
  return (
    <Page
      title={t.title}
      aside={
        count.data && (
          <span className={styles.quiet}>
            {countOf(count.data.count)}
            {count.data.isCapped ? '+' : ''}
          </span>
        )
      }
      isWhole
    >
      <ListBar hint={t.search} filters={useFilters()} sortings={sortings()} columns={columns}>
        <ViewsMenu list="customers" />
        <ExportButton operation="beginCustomerExport" query={asked.query} title={t.title} />
      </ListBar>
      <DataTable
        label={t.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={customers}
        idOf={({ id }) => id}
        pathOf={({ id }) => `/customers/${id}`}
        choice={choice}
        isFiltered={Object.keys(filter).length > 0}
        empty={<EmptyState icon={Users} title={t.empty} text={t.emptyText} />}
        phone={({ name, email, orders, spent }) => ({
          title: name || (email ?? '–'),
          detail: `${t.columns.orders}: ${countOf(orders)}`,
          aside: spent && <Money of={spent} />,
        })}
      />
      <BulkMarks choice={choice} />
    </Page>
  );
}

function columnsOf(): readonly Column<Row>[] {
  const { columns: c, yes, no } = customerWords();
  return [
    { key: 'name', label: c.name, cell: (row) => <Name of={row} />, isTitle: true },
    { key: 'country', label: c.country, cell: ({ country }) => countryName(country), width: '140px' },
    { key: 'tags', label: c.tags, cell: ({ tags }) => tags.join(', '), width: '160px' },
    {
      ...{ key: 'segments', label: c.segments, width: '160px', isHidden: true },
      cell: ({ segments }) => segments.join(', '),
    },
    {
      ...{ key: 'marketing', label: c.marketing, width: '110px', isHidden: true },
      cell: ({ acceptsMarketing }) => (acceptsMarketing ? yes : no),
    },
    {
      ...{ key: 'since', label: c.since, width: '130px', isHidden: true },
      cell: ({ createdAt }) => <When at={createdAt} isDate />,
    },
    {
      ...{ key: 'lastOrder', label: c.lastOrder, width: '140px' },
      cell: ({ lastOrderAt }) => (lastOrderAt ? <When at={lastOrderAt} /> : '–'),
    },
    {
      ...{ key: 'orders', label: c.orders, width: '90px', align: 'end' as const },
      cell: ({ orders }) => <Count of={orders} />,
    },
    {
      ...{ key: 'spent', label: c.spent, width: '130px', align: 'end' as const },
      cell: ({ spent }) => (spent ? <Money of={spent} /> : '–'),
    },
  ];
}

function Name({ of: { name, email, isProven } }: { readonly of: Row }) {
  return (
    <span className={styles.name}>
      {name || (email ?? '–')}
      <span className={styles.quiet}>
        {name ? email : ''} {!isProven && `· ${customerWords().guest}`}
      </span>
    </span>
  );
}

function useFilters(): readonly Filter[] {
  const { filters: f } = customerWords();
  const tags = useRead('listCustomerTags', {}, { about: ABOUT, isAside: true });
  const segments = useRead('listSegments', {}, { about: ABOUT, isAside: true });
  const tagOptions = (tags.data?.items ?? []).map(({ tag }) => ({ value: tag, label: tag }));
  const segmentOptions = (segments.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const some: readonly (Filter | undefined)[] = [
    segmentOptions.length === 0
      ? undefined
      : { key: 'segment', label: f.segment, kind: 'choice', options: segmentOptions },
    tagOptions.length === 0 ? undefined : { key: 'tag', label: f.tag, kind: 'choice', options: tagOptions },
    { key: 'country', label: f.country, kind: 'text' },
    { key: 'hasAccount', label: f.hasAccount, kind: 'flag' },
    { key: 'acceptsMarketing', label: f.acceptsMarketing, kind: 'flag' },
    { key: 'ordersFrom', label: f.ordersFrom, kind: 'number' },
    { key: 'ordersTo', label: f.ordersTo, kind: 'number' },
    { key: 'spentFrom', label: f.spentFrom, kind: 'number' },
    { key: 'lastOrderFrom', label: f.lastOrderFrom, kind: 'date' },
    { key: 'lastOrderTo', label: f.lastOrderTo, kind: 'date' },
  ];
  return some.filter((filter) => filter !== undefined);
}

function sortings() {
  const { sorts } = customerWords();
  return [
    { value: '-created', label: sorts.newest },
    { value: '-last_order', label: sorts.recent },
    { value: '-spent', label: sorts.spent },
    { value: '-orders', label: sorts.orders },
  ];
}
