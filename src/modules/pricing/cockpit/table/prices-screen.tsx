import { Button, Select } from '@mantine/core';
import { Tags } from 'lucide-react';
import { useState } from 'react';
import { useRead, useRows, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField, SaveBar } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, textsIn, useAddress, useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import {
  BulkBar,
  DataTable,
  ExportButton,
  type Filter,
  ListBar,
  shownColumns,
  useChoice,
  ViewsMenu,
} from '../../../../platform/cockpit/table/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { ChangePrices } from '../change/change-prices.tsx';
import { priceWords } from '../words.ts';
import { type Edits, priceColumns, priceIn } from './price-columns.tsx';

/** What everything costs in one currency, what is left of it, and changing it: one by one, or many by a rule. */
export function Screen() {
  const t = priceWords();
  const may = useMay();
  const { shop } = useSession();
  const [query, changeAddress] = useAddress();
  const [edits, setEdits] = useState<Edits>({});
  const [isChanging, setChanging] = useState(false);
  const choice = useChoice();
  const choices = useRead('listProductChoices', { query: {} }, { about: ['catalog'], isAside: true });
  const currency = textIn(query, 'currency') || shop.currency;
  const found = foundIn(query);
  const asked = { query: { ...found, currency: [currency] } };
  const rows = useRows('listPriceRows', asked, { about: ['pricing', 'catalog'], isKept: true });
  const save = useWrite('setPrices', {
    ...{ about: ['pricing'], isTold: true },
    onDone: ({ changed }) => {
      setEdits({});
      sayDone(t.saved(changed.length));
    },
  });
  const columns = priceColumns({ currency, edits, isReadOnly: !may('prices:write'), onEdit: setEdits });
  const total = rows.first?.total;
  const prices = Object.entries(edits).flatMap(
    ([variantId, edit]) => priceIn(variantId, edit, currency) ?? [],
  );
  const isReady = prices.length === Object.keys(edits).length;
  const problem = save.data?.refused[0]?.message ?? Object.values(problemsByField(save.error))[0];
  return (
    <Page
      title={t.title}
      about={total && (total.isMore ? t.moreVariants(countOf(total.count)) : t.variants(total.count))}
      actions={
        may('prices:write') && (
          <Button leftSection={<Tags size={15} />} onClick={() => setChanging(true)}>
            {t.change.title}
          </Button>
        )
      }
      isWhole
    >
      <ListBar hint={t.search} filters={filtersOf(choices.data)} columns={columns}>
        <Select
          size="xs"
          w={92}
          aria-label={t.currency}
          data={choices.data?.currencies ?? [currency]}
          value={currency}
          allowDeselect={false}
          onChange={(chosen) => {
            setEdits({});
            changeAddress({ currency: chosen === shop.currency ? undefined : chosen });
          }}
        />
        <ViewsMenu list="prices" />
        <ExportButton operation="beginPriceExport" query={asked.query} title={t.title} />
      </ListBar>
      <BulkBar choice={choice}>
        <Button size="xs" variant="default" onClick={() => setChanging(true)}>
          {t.change.title}
        </Button>
      </BulkBar>
      <DataTable
        label={t.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={rows}
        idOf={({ item }) => item.variantId}
        choice={choice}
        isFiltered={Object.values(found).some((value) => value !== undefined)}
        empty={<EmptyState icon={Tags} title={t.empty} text={t.emptyText} />}
        phone={(row) => ({
          title: row.item.title,
          detail: [row.item.options, row.item.sku].filter(Boolean).join(' · '),
          aside: columns.find(({ key }) => key === 'price')?.cell(row),
        })}
      />
      <SaveBar
        isChanged={Object.keys(edits).length > 0}
        isBusy={save.isPending}
        problem={isReady ? problem : t.notAnAmount}
        onSave={() => isReady && save.mutate({ body: { prices } })}
        onDiscard={() => setEdits({})}
      />
      {isChanging && (
        <ChangePrices
          currency={currency}
          selection={choice.ids.size > 0 ? { variantId: [...choice.ids] } : found}
          chosen={choice.ids.size}
          close={() => setChanging(false)}
        />
      )}
    </Page>
  );
}

function foundIn(query: Readonly<Record<string, unknown>>) {
  const brands = textsIn(query, 'brandId');
  return {
    q: textIn(query, 'q') || undefined,
    brandId: brands.length === 0 ? undefined : [...brands],
    collectionId: textIn(query, 'collectionId') || undefined,
    productId: textIn(query, 'productId') || undefined,
  };
}

type Choices = {
  readonly brands: readonly { readonly id: string; readonly name: string }[];
  readonly collections: readonly { readonly id: string; readonly title: string }[];
};

function filtersOf(choices: Choices | undefined): readonly Filter[] {
  const t = priceWords();
  return [
    {
      ...{ key: 'brandId', label: t.brand, kind: 'choice', isMany: true },
      options: (choices?.brands ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      ...{ key: 'collectionId', label: t.collection, kind: 'choice' },
      options: (choices?.collections ?? []).map(({ id, title }) => ({ value: id, label: title })),
    },
  ];
}
