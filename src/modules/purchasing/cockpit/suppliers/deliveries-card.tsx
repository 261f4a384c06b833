import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type Told, useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { FoldingTable } from '../../../../platform/cockpit/table/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { dayOf } from '../day.ts';
import { purchasingWords } from '../words.ts';

type Delivery = Told<'readSupplierScore'>['deliveries'][number];

const DAY_MS = 86_400_000;

/** The deliveries that came last: what the shares above are made of. Nothing as long as none came. */
export function DeliveriesCard({ supplierId }: { readonly supplierId: string }) {
  const t = purchasingWords().suppliers.deliveries;
  const { data } = useRead('readSupplierScore', { params: { id: supplierId } }, { about: ['purchasing'] });
  if (data === undefined || data.deliveries.length === 0) return null;
  return (
    <Card title={t.title} about={t.about} isFlush>
      <FoldingTable
        rows={data.deliveries}
        keyOf={({ orderId, reference }) => `${orderId ?? ''} ${reference}`}
        columns={[
          { key: 'order', label: t.order, cell: (delivery) => <Order of={delivery} /> },
          { key: 'ordered', label: t.ordered, cell: ({ orderedOn }) => dayOf(orderedOn) },
          { key: 'came', label: t.came, cell: ({ cameOn }) => dayOf(cameOn) },
          { key: 'late', label: t.late, cell: (delivery) => <Lateness of={delivery} /> },
          { key: 'lines', label: t.lines, align: 'end', cell: ({ lines }) => countOf(lines) },
          { key: 'short', label: t.short, align: 'end', cell: ({ shortLines }) => countOf(shortLines) },
          { key: 'flawed', label: t.flawed, align: 'end', cell: ({ flawedLines }) => countOf(flawedLines) },
        ]}
      />
    </Card>
  );
}

function Order({ of: { orderId, reference } }: { readonly of: Delivery }) {
  const t = purchasingWords().suppliers.deliveries;
  if (orderId !== undefined) {
    return (
      <Anchor component={Link} to={`/purchasing/${orderId}`} inherit>
        {reference}
      </Anchor>
    );
  }
  return (
    <>
      {reference}
      <Text size="xs" c="dimmed">
        {t.before}
      </Text>
    </>
  );
}

function Lateness({ of: { promisedOn, cameOn } }: { readonly of: Delivery }) {
  const t = purchasingWords().suppliers.deliveries;
  if (promisedOn === undefined) return '–';
  const days = (Date.parse(cameOn) - Date.parse(promisedOn)) / DAY_MS;
  if (days <= 0) return t.inTime;
  return <StateBadge tone="waiting">{t.daysLate(days)}</StateBadge>;
}
