import { Button, Table } from '@mantine/core';
import { Handshake } from 'lucide-react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { SCROLLED } from '../scrolled.ts';
import { purchasingWords } from '../words.ts';
import { SupplierDialog } from './supplier-dialog.tsx';

/** Whom goods are bought from: their terms, what is open, what is late. */
export function Screen() {
  const t = purchasingWords().suppliers;
  const go = useGo();
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
              <Table.ScrollContainer minWidth={560} scrollAreaProps={SCROLLED}>
                <Table verticalSpacing={10} horizontalSpacing="md" highlightOnHover>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t.name}</Table.Th>
                      <Table.Th>{t.currency}</Table.Th>
                      <Table.Th ta="right">{t.lead}</Table.Th>
                      <Table.Th ta="right">{t.openOrders}</Table.Th>
                      <Table.Th ta="right">{t.late}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map(({ id, name, currency, leadDays, openOrders, lateOrders, isActive }) => (
                      <Table.Tr key={id}>
                        <Table.Td>
                          <Button
                            variant="subtle"
                            color="gray"
                            size="compact-md"
                            px={0}
                            onClick={() => go(`/purchasing/suppliers/${id}`)}
                          >
                            {name}
                          </Button>
                          {!isActive && <StateBadge tone="neutral">{t.inactive}</StateBadge>}
                        </Table.Td>
                        <Table.Td>{currency}</Table.Td>
                        <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                          {t.days(leadDays)}
                        </Table.Td>
                        <Table.Td ta="right">{openOrders}</Table.Td>
                        <Table.Td ta="right">
                          {lateOrders > 0 ? <StateBadge tone="bad">{lateOrders}</StateBadge> : '0'}
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            </Card>
          )
        }
      </Shown>
      {isNew && may('purchasing:write') && <SupplierDialog close={() => change({ new: undefined })} />}
    </Page>
  );
}
