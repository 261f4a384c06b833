import { Button } from '@mantine/core';
import { addressOf, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { dateOf } from '../../../../platform/cockpit/text/index.ts';
import { LabelsButton } from '../label/labels-button.tsx';
import { FulfilmentBadge } from '../standing-badges.tsx';
import { orderWords } from '../words.ts';
import { Item } from './item.tsx';
import styles from './order.module.css';
import { linesOf, mayBe, type OrderDesk } from './order-desk.ts';

/** The goods, by where they are: those to be sent, each parcel, what was taken off. */
export function ItemsCards({ desk }: { readonly desk: OrderDesk }) {
  const t = orderWords().page;
  const lines = linesOf(desk);
  const open = lines.filter((line) => line.openQuantity > 0);
  const removed = lines.filter((line) => line.removedQuantity > 0);
  const isToShip = mayBe(desk, 'fulfil');
  return (
    <>
      {open.length > 0 && (
        <Card
          title={isToShip ? t.toShip : t.items}
          actions={isToShip && <FulfilmentBadge of="open" />}
          isFlush
        >
          <ul className={styles.items}>
            {open.map((line) => (
              <Item key={line.id} line={line} quantity={line.openQuantity} />
            ))}
          </ul>
        </Card>
      )}
      {desk.fulfilments.map((parcel) => (
        <ParcelCard key={parcel.id} desk={desk} parcel={parcel} />
      ))}
      {removed.length > 0 && (
        <Card title={t.removed} isFlush>
          <ul className={styles.items}>
            {removed.map((line) => (
              <Item key={line.id} line={line} quantity={line.removedQuantity} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function ParcelCard({
  desk,
  parcel,
}: {
  readonly desk: OrderDesk;
  readonly parcel: OrderDesk['fulfilments'][number];
}) {
  const { page: t, labels } = orderWords();
  const may = useMay();
  const { id, shippingAddress } = desk.order;
  const deliver = useWrite('deliverFulfilment', { about: ['orders'], onDone: () => sayDone(t.delivered) });
  const lines = linesOf(desk);
  return (
    <Card
      title={t.shipped(parcel.number)}
      about={dateOf(parcel.shippedAt)}
      actions={<FulfilmentBadge of={parcel.deliveredAt === undefined ? 'fulfilled' : 'delivered'} />}
      isFlush
    >
      <ul className={styles.items}>
        {parcel.lines.map(({ lineId, quantity }) => {
          const line = lines.find((one) => one.id === lineId);
          return line && <Item key={lineId} line={line} quantity={quantity} />;
        })}
      </ul>
      <div className={styles.foot}>
        <span>
          {[parcel.carrier, parcel.trackingNumber].filter((text) => text !== '').join(' · ') || t.noTracking}
        </span>
        <span style={{ display: 'flex', flexWrap: 'wrap', gap: 6 }}>
          <Button
            variant="subtle"
            component="a"
            href={addressOf('packingSlipPdf', { params: { id, fulfilmentId: parcel.id } })}
          >
            {t.packingSlip}
          </Button>
          {shippingAddress && (
            <LabelsButton of={{ orderId: id, fulfilmentId: parcel.id }} variant="subtle">
              {labels.parcel}
            </LabelsButton>
          )}
          {parcel.deliveredAt === undefined && mayBe(desk, 'deliver') && may('orders:write') && (
            <Button
              variant="default"
              loading={deliver.isPending}
              onClick={() => deliver.mutate({ params: { id }, body: { fulfilmentId: parcel.id } })}
            >
              {t.delivered}
            </Button>
          )}
        </span>
      </div>
    </Card>
  );
}
