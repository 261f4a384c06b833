import { Button } from '@mantine/core';
import { Package, Table2, Upload } from 'lucide-react';
import { useRead, useRows } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textsIn, useAddress, useGo, useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import {
  DataTable,
  ListBar,
  shownColumns,
  useChoice,
  ViewsMenu,
} from '../../../../platform/cockpit/table/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { productWords } from '../words.ts';
import { BulkActions } from './bulk-actions.tsx';
import {
  PriceText,
  productColumns,
  productFilters,
  productSortings,
  StatusBadge,
  StockText,
} from './columns.tsx';
import { ExportMenu } from './export-menu.tsx';
import styles from './picture.module.css';
import { Picture } from './picture.tsx';
import { filterBodyOf, filterOf, sortOf } from './product-query.ts';

export const ABOUT = ['catalog', 'merchandising', 'pricing', 'inventory'] as const;

/** Every product, found by anything that is known of it. */
export function Screen() {
  const t = productWords();
  const go = useGo();
  const may = useMay();
  const { shop } = useSession();
  const [query] = useAddress();
  const choice = useChoice();
  const filter = filterOf(query);
  const products = useRows(
    'listProductRows',
    { query: { ...filter, ...sortOf(query) } },
    { about: ABOUT, isKept: true },
  );
  const choices = useRead('listProductChoices', {}, { about: ABOUT, isKept: true, isAside: true });
  const columns = productColumns(shop.currency);
  const total = products.first?.total;
  const mayWrite = may('products:write');
  const begin = (
    <>
      <Button variant="default" leftSection={<Upload size={14} />} onClick={() => go('/imports/new')}>
        {t.importFile}
      </Button>
      <Button onClick={() => go('/products/new')}>{t.add}</Button>
    </>
  );
  return (
    <Page
      title={t.title}
      aside={
        total && <span className={styles.total}>{countOf(total.count) + (total.isMore ? '+' : '')}</span>
      }
      actions={
        <>
          <ExportMenu filter={filterBodyOf(query)} />
          {mayWrite && (
            <Button
              variant="default"
              leftSection={<Table2 size={14} />}
              onClick={() => go(`/products/sheet${window.location.search}`)}
              visibleFrom="sm"
            >
              {t.editSheet}
            </Button>
          )}
          {mayWrite && begin}
        </>
      }
      isWhole
    >
      <ListBar
        hint={t.search}
        filters={productFilters(choices.data)}
        sortings={productSortings()}
        columns={columns}
      >
        <ViewsMenu list="products" />
      </ListBar>
      <DataTable
        label={t.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={products}
        idOf={({ id }) => id}
        pathOf={({ id }) => `/products/${id}`}
        {...(mayWrite ? { choice } : {})}
        isFiltered={Object.keys(filter).length > 0}
        empty={<EmptyState icon={Package} title={t.empty} text={t.emptyText} action={mayWrite && begin} />}
        phone={(row) => ({
          title: (
            <span className={styles.name}>
              <Picture of={row.thumbnail} size={26} />
              <span className={styles.title}>{row.title}</span>
            </span>
          ),
          detail: (
            <>
              <PriceText of={row.prices} currency={shop.currency} /> · <StockText of={row} />
            </>
          ),
          aside: <StatusBadge of={row.status} />,
        })}
      />
      <BulkActions choice={choice} total={total} choices={choices.data} />
    </Page>
  );
}
