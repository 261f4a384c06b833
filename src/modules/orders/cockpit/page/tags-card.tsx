import { TagsInput } from '@mantine/core';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { orderWords } from '../words.ts';
import type { OrderDesk } from './order-desk.ts';

/** The words that staff put on an order; each is kept as it is typed. */
export function TagsCard({ desk: { order, tags } }: { readonly desk: OrderDesk }) {
  const t = orderWords().page;
  const may = useMay();
  const known = useRead('listOrderTags', {}, { about: ['orders'] });
  const write = useWrite('tagOrders', { about: ['orders'] });
  const orderIds = [order.id];
  const change = (next: readonly string[]) => {
    const add = next.filter((tag) => !tags.includes(tag));
    const remove = tags.filter((tag) => !next.includes(tag));
    write.mutate({ body: { orderIds, add, remove } });
  };
  return (
    <Card title={t.tags}>
      <TagsInput
        aria-label={t.addTag}
        placeholder={tags.length === 0 ? t.addTag : ''}
        value={[...tags]}
        onChange={change}
        data={(known.data?.items ?? []).map(({ tag }) => tag)}
        disabled={!may('orders:write')}
        maxLength={40}
        size="sm"
      />
    </Card>
  );
}
