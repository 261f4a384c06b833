import { Button } from '@mantine/core';
import { Archive, Package, Printer, Sticker, Tag } from 'lucide-react';
import { addressOf, type RowOf, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { BulkBar, type Choice } from '../../../../platform/cockpit/table/index.ts';
import { LabelsButton } from '../label/labels-button.tsx';
import { orderWords } from '../words.ts';
import { TagButton } from './tag-button.tsx';

type Row = RowOf<'listOrders'>;

/** What is done with many orders at once. */
export function BulkActions({ choice, rows }: { readonly choice: Choice; readonly rows: readonly Row[] }) {
  const { bulk, labels } = orderWords();
  const may = useMay();
  const about = ['orders', 'inventory'];
  const fulfil = useWrite('fulfilOrders', { about });
  const archive = useWrite('archiveOrders', { about });
  const orderIds = [...choice.ids];
  const chosen = rows.filter(({ id }) => choice.has(id));
  const isArchiving = chosen.some((row) => !row.isArchived);
  const ship = async () => {
    const orders = orderIds.map((orderId) => ({ orderId }));
    const { items } = await fulfil.mutateAsync({ body: { orders } });
    const done = items.filter(({ outcome }) => outcome === 'fulfilled').length;
    sayDone(bulk.fulfilled(done, items.length - done));
    choice.clear();
  };
  const put = (isArchived: boolean) =>
    archive.mutate(
      { body: { orderIds, isArchived } },
      {
        onSuccess: () => {
          sayDone(bulk.archived(orderIds.length), () =>
            archive.mutate({ body: { orderIds, isArchived: !isArchived } }),
          );
          choice.clear();
        },
      },
    );
  return (
    <BulkBar choice={choice}>
      {may('orders:write') && (
        <ConfirmButton
          title={bulk.fulfilTitle(orderIds.length)}
          text={bulk.fulfilText}
          verb={bulk.fulfil}
          isDangerous={false}
          onConfirm={ship}
        >
          <Package size={14} style={{ marginRight: 6 }} />
          {bulk.fulfil}
        </ConfirmButton>
      )}
      <Button
        variant="default"
        component="a"
        href={addressOf('packingSlipsPdf', { query: { orderId: orderIds } })}
        leftSection={<Printer size={14} />}
      >
        {bulk.slips}
      </Button>
      <LabelsButton of={{ orderIds }} icon={<Sticker size={14} />}>
        {labels.many}
      </LabelsButton>
      {may('orders:write') && (
        <>
          <TagButton
            orderIds={orderIds}
            there={[...new Set(chosen.flatMap(({ tags }) => tags))]}
            icon={<Tag size={14} />}
            onDone={choice.clear}
          />
          <Button variant="default" leftSection={<Archive size={14} />} onClick={() => put(isArchiving)}>
            {isArchiving ? bulk.archive : bulk.unarchive}
          </Button>
        </>
      )}
    </BulkBar>
  );
}
