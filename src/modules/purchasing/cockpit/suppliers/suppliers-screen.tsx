import { Anchor, Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Handshake } from 'lucide-react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useMay } from '../../../../platform/cockpit/state/index.ts';
import { FoldingTable } from '../../../../platform/cockpit/table/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { purchasingWords } from '../words.ts';
import { SupplierDialog } from './supplier-dialog.tsx';

/** Whom goods are bought from: their terms, what is open, what is late. */
export function Screen() {
  const t = purchasingWords().suppliers;
  const may = useMay();
  const [query, change] = useAddress();
  const suppliers = useRead('listSuppliers', {}, { about: ['purchasing'] });
  const isNew = textIn(query, 'new') === 'true' || query['new'] === true;
  const add = may('purchasing:write') && <Button onClick={() => change({ new: 'true' })}>{t.add}</Button>;
  return (
    <Page title={t.title} about={t.about} back="/purchasing" actions={add}>
      <Shown of={suppliers}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={Handshake} title={t.empty} text={t.emptyText} action={add} />
          ) : (
            <Card isFlush>
              <FoldingTable
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    ...{ key: 'name', label: t.name },
                    cell: ({ id, name, isActive }) => (
                      <Group gap="xs">
                        <Anchor component={Link} to={`/purchasing/suppliers/${id}`} inherit>
                          {name}
                        </Anchor>
                        {!isActive && <StateBadge tone="neutral">{t.inactive}</StateBadge>}
                      </Group>
                    ),
                  },
                  { key: 'currency', label: t.currency, cell: ({ currency }) => currency },
                  { key: 'lead', label: t.lead, align: 'end', cell: ({ leadDays }) => t.days(leadDays) },
                  {
                    ...{ key: 'open', label: t.openOrders, align: 'end' },
                    cell: ({ openOrders }) => countOf(openOrders),
                  },
                  {
                    ...{ key: 'late', label: t.late, align: 'end' },
                    cell: ({ lateOrders }) =>
                      lateOrders > 0 ? <StateBadge tone="bad">{countOf(lateOrders)}</StateBadge> : '0',
                  },
                ]}
              />
            </Card>
          )
        }
      </Shown>
      {isNew && may('purchasing:write') && <SupplierDialog close={() => change({ new: undefined })} />}
    </Page>
  );
}
