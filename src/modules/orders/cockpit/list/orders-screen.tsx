import { Button } from '@mantine/core';
import { ShoppingBag } from 'lucide-react';
import { useRead, useRows } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textsIn, useAddress, useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import {
  DataTable,
  ExportButton,
  ListBar,
  shownColumns,
  useChoice,
  ViewsMenu,
} from '../../../../platform/cockpit/table/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { Money } from '../../../../platform/cockpit/value/index.ts';
import { FulfilmentBadge, PaymentBadge } from '../standing-badges.tsx';
import { orderWords } from '../words.ts';
import { BulkActions } from './bulk-actions.tsx';
import { orderColumns, orderFilters, orderSortings } from './columns.tsx';
import { filterOf, sortOf } from './order-query.ts';
import { OrderTabs } from './order-tabs.tsx';

const ABOUT = ['orders'] as const;

/** Every order, found by anything that is known of it. */
export function Screen() {
  const t = orderWords();
  const go = useGo();
  const may = useMay();
  const [query] = useAddress();
  const choice = useChoice();
  const filter = filterOf(query);
  const orders = useRows(
    'listOrders',
    { query: { ...filter, sort: sortOf(query) } },
    { about: ABOUT, isKept: true },
  );
  const count = useRead('countOrders', { query: filter }, { about: ABOUT, isKept: true, isAside: true });
  const tags = useRead('listOrderTags', {}, { about: ABOUT, isAside: true });
  const markets = useRead(
    'listMarkets',
    {},
    { about: ['markets'], isAside: true, isOff: !may('settings:read') },
  );
  const columns = orderColumns();
  const options = {
    tags: (tags.data?.items ?? []).map(({ tag }) => ({ value: tag, label: tag })),
    markets: (markets.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
  };
  return (
    <Page
      title={t.title}
      aside={count.data && <Found {...count.data} />}
      actions={may('orders:write') && <Button onClick={() => go('/drafts/new')}>{t.makeDraft}</Button>}
      isWhole
    >
      <OrderTabs />
      <ListBar hint={t.search} filters={orderFilters(options)} sortings={orderSortings()} columns={columns}>
        <ViewsMenu list="orders" />
        <ExportButton operation="beginOrderExport" query={filter} title={t.title} />
      </ListBar>
      <DataTable
        label={t.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={orders}
        idOf={({ id }) => id}
        pathOf={({ id }) => `/orders/${id}`}
        choice={choice}
        isFiltered={Object.keys(filter).length > 0}
        empty={
          <EmptyState
            icon={ShoppingBag}
            title={t.empty}
            text={t.emptyText}
            action={may('orders:write') && <Button onClick={() => go('/drafts/new')}>{t.makeDraft}</Button>}
          />
        }
        phone={({ number, customerName, total, paymentState, fulfilmentState }) => ({
          title: `#${number} · ${customerName}`,
          detail: <Money of={total} />,
          aside:
            fulfilmentState === 'none' ? (
              <PaymentBadge of={paymentState} />
            ) : (
              <FulfilmentBadge of={fulfilmentState} />
            ),
        })}
      />
      <BulkActions choice={choice} rows={orders.rows} />
    </Page>
  );
}

function Found({ count, isCapped }: { readonly count: number; readonly isCapped: boolean }) {
  return (
    <span style={{ color: 'var(--mantine-color-dimmed)', fontVariantNumeric: 'tabular-nums' }}>
      {countOf(count)}
      {isCapped ? '+' : ''}
    </span>
  );
}
