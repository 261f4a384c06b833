import { Radio, Select, SimpleGrid, Stack } from '@mantine/core';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { type ApiMoney, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { AddressLines } from '../page/address-lines.tsx';
import styles from '../page/order.module.css';
import type { OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import type { TypedAddress } from './address-fields.tsx';

type Seen = Told<'previewAddressChange'>;

const DAYS = ['3', '7', '14', '30'];

/** What another address comes to: both addresses, both sums, the ways to deliver, and what becomes of the difference. */
export function AddressOutcome(props: {
  readonly desk: OrderDesk;
  readonly to: TypedAddress;
  readonly seen: Seen;
  readonly days: string;
  readonly onDays: (days: string) => void;
  /** The way to deliver that was just chosen, while it is looked at what it comes to. */
  readonly by: string | undefined;
  readonly onDelivery: (optionId: string) => void;
}) {
  const { desk, to, seen, days, onDays, by, onDelivery } = props;
  const t = orderWords().address;
  const { shippingAddress } = desk.order;
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <div>
          <div className={styles.head}>{t.from}</div>
          {shippingAddress && <AddressLines of={shippingAddress} />}
        </div>
        <div>
          <div className={styles.head}>{t.to}</div>
          <AddressLines of={to} />
        </div>
      </SimpleGrid>
      {seen.isElsewhere && seen.deliveryOptions.length > 1 && (
        <Radio.Group label={t.deliveries} value={by ?? seen.delivery?.id ?? ''} onChange={onDelivery}>
          <Stack gap={8} mt={6}>
            {seen.deliveryOptions.map(({ id, name, pickupPoint, price }) => (
              <Radio
                key={id}
                value={id}
                size="xs"
                label={[name, pickupPoint?.name, moneyOf(price)].filter(Boolean).join(' · ')}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <section aria-live="polite" aria-label={t.difference} className={styles.plan}>
        {seen.isElsewhere && <Sums of={seen} />}
        <div style={{ marginTop: seen.isElsewhere ? 10 : 0, fontSize: 13 }}>{outcomeOf(seen)}</div>
      </section>
      {seen.settlement === 'more' && (
        <Select
          label={t.open}
          value={days}
          data={DAYS.map((value) => ({ value, label: t.days(Number(value)) }))}
          onChange={(value) => value !== null && onDays(value)}
          allowDeselect={false}
          maw={220}
        />
      )}
    </Stack>
  );
}

function Sums({ of: { before, after, difference } }: { readonly of: Seen }) {
  const t = orderWords().address;
  const rows: readonly (readonly [string, ApiMoney, ApiMoney])[] = [
    [t.delivery, before.delivery, after.delivery],
    [t.tax, before.tax, after.tax],
    [t.total, before.total, after.total],
  ];
  return (
    <table className={styles.compared}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t.from}</th>
          <th scope="col">{t.to}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, one, other]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{moneyOf(one)}</td>
            <td>{moneyOf(other)}</td>
          </tr>
        ))}
        <tr data-strong>
          <th scope="row">{t.difference}</th>
          <td />
          <td>{moneyOf(difference)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function outcomeOf({ settlement, difference }: Seen): string {
  const t = orderWords().address;
  const isLess = difference.amount.startsWith('-');
  const amount = moneyOf({ ...difference, amount: difference.amount.replace('-', '') });
  if (settlement === 'more') return t.more(amount);
  if (settlement === 'back') return t.back(amount);
  if (settlement === 'none') return t.same;
  return isLess ? t.dueLess(amount) : t.due(amount);
}
