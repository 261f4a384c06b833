import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, LoadingState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textsIn, useAddress, useMay } from '../../../../platform/cockpit/state/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { filterOf } from '../table/product-query.ts';
import { productWords } from '../words.ts';
import { sheetColumns } from './columns.ts';
import { SheetEditor } from './sheet-editor.tsx';
import { useCellRows } from './use-cell-rows.ts';

/** Products as a sheet: a row for each variant, changed as in a spreadsheet, saved together. */
export function Screen() {
  const t = productWords();
  const may = useMay();
  const [query] = useAddress();
  const ids = textsIn(query, 'ids');
  const filter = { ...filterOf(query), ...(ids.length > 0 ? { ids } : {}) };
  const choices = useRead('listProductChoices', {}, { about: ['markets'] });
  const read = useCellRows(filter);
  const columns = sheetColumns({
    names: {
      ...{
        product: t.product,
        variant: t.sheet.variant,
        sku: t.editor.sku,
        price: t.price,
        status: t.status,
      },
      ...{
        compareAt: t.editor.compareAt,
        cost: t.editor.cost,
        onHand: t.editor.onHand,
        barcode: t.editor.barcode,
      },
      ...{ weight: t.editor.weight, brand: t.brand, type: t.type, tags: t.tags, seoTitle: t.editor.seoTitle },
      ...{
        seoDescription: `SEO: ${t.editor.seoDescription}`,
        hsCode: t.editor.hsCode,
        origin: t.editor.origin,
      },
      taxCode: t.editor.taxCode,
    },
    ...{ checks: t.sheet.checks, statuses: t.statuses, may },
    ...{ currencies: choices.data?.currencies ?? [], places: choices.data?.locations ?? [] },
  });
  const isReady = read.isDone && choices.data !== undefined;
  return (
    <Page title={t.sheet.title} back="/products" about={t.sheet.about} isWhole>
      {!isReady && (
        <>
          <p role="status">{t.sheet.loading(countOf(read.rows.length))}</p>
          <LoadingState lines={12} />
        </>
      )}
      {isReady && read.rows.length === 0 && <EmptyState title={t.sheet.empty} text={t.sheet.emptyText} />}
      {isReady && read.rows.length > 0 && (
        <SheetEditor key={read.version} rows={read.rows} columns={columns} onSaved={read.again} />
      )}
    </Page>
  );
}
