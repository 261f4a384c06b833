import { Button, Group, Stack, Text } from '@mantine/core';
import { PackageCheck } from 'lucide-react';
import { useRead, useRows, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, textsIn, useAddress, useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import {
  BulkBar,
  DataTable,
  type Filter,
  ListBar,
  shownColumns,
} from '../../../../platform/cockpit/table/index.ts';
import { countOf, moneyOf, sinceOf } from '../../../../platform/cockpit/text/index.ts';
import { picturedOf } from '../item.ts';
import { replenishmentWords } from '../words.ts';
import { needColumns } from './need-columns.tsx';
import type { NeedRow } from './need-row.ts';
import { useOrdering } from './use-ordering.ts';

/** What has to be ordered, with what that is worth and why; chosen lines go onto drafts by supplier. */
export function Screen() {
  const t = replenishmentWords();
  const go = useGo();
  const may = useMay();
  const [query] = useAddress();
  const isAll = query['isAll'] === true || textIn(query, 'isAll') === 'true';
  const asked = {
    supplierId: textIn(query, 'supplierId') || undefined,
    isAll: isAll ? ('true' as const) : undefined,
  };
  const needs = useRows(
    'listNeeds',
    { query: asked },
    { about: ['replenishment', 'purchasing'], isKept: true },
  );
  const order = useOrdering(needs.rows);
  const again = useWrite('reviewNeeds', {
    about: ['replenishment'],
    onDone: () => sayDone(t.needs.lookingAgain),
  });
  const canOrder = may('purchasing:write');
  const columns = needColumns({ quantities: order.quantities, setQuantity: order.setQuantity, canOrder });
  const reviewedAt = needs.first?.reviewedAt;
  return (
    <Page
      title={t.needs.title}
      about={
        reviewedAt === undefined ? t.needs.about : `${t.needs.about} · ${t.reviewed(sinceOf(reviewedAt))}`
      }
      isWhole
      actions={
        <Group gap="xs">
          <Button variant="default" onClick={() => go('/purchasing/policies')}>
            {t.needs.policy}
          </Button>
          {canOrder && (
            <Button variant="default" loading={again.isPending} onClick={() => again.mutate({ body: {} })}>
              {t.needs.again}
            </Button>
          )}
        </Group>
      }
    >
      <ListBar filters={useFilters()} columns={columns} />
      <DataTable
        label={t.needs.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={needs}
        idOf={idOf}
        {...(canOrder ? { choice: order.choice } : {})}
        isFiltered={asked.supplierId !== undefined}
        empty={
          <EmptyState
            icon={PackageCheck}
            title={t.needs.empty}
            text={t.needs.emptyText}
            action={
              <Button variant="default" onClick={() => go('/purchasing/suppliers')}>
                {t.needs.suppliers}
              </Button>
            }
          />
        }
        phone={(need) => ({
          title: need.item.title,
          detail: [picturedOf(need.item).detail, need.supplier.name].filter(Boolean).join(' · '),
          aside: <Ordered need={need} />,
        })}
      />
      <BulkBar choice={order.choice}>
        {order.progress !== undefined && order.progress.done > 0 && (
          <Text size="sm" aria-live="polite">
            {t.needs.ordering(order.progress.done, order.progress.all)}
          </Text>
        )}
        <Button size="xs" loading={order.progress !== undefined} onClick={order.run}>
          {t.needs.orderChosen(order.choice.ids.size)}
        </Button>
      </BulkBar>
    </Page>
  );
}

const idOf = ({ item }: NeedRow) => item.variantId;

/** What a phone has room for: how many, and what they cost. */
function Ordered({ need: { quantity, cost } }: { readonly need: NeedRow }) {
  return (
    <Stack gap={0} align="flex-end">
      <strong>{countOf(quantity)}</strong>
      {cost !== undefined && quantity > 0 && (
        <Text size="xs" c="dimmed">
          {moneyOf(cost)}
        </Text>
      )}
    </Stack>
  );
}

function useFilters(): readonly Filter[] {
  const t = replenishmentWords();
  const suppliers = useRead('listSuppliers', {}, { about: ['purchasing'], isAside: true });
  return [
    {
      ...{ key: 'supplierId', label: t.supplier, kind: 'choice' },
      options: (suppliers.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      ...{ key: 'isAll', label: t.needs.all, kind: 'choice' },
      options: [{ value: 'true', label: t.needs.allToo }],
    },
  ];
}
