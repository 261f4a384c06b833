import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { orderWords } from '../words.ts';
import { AddressLines } from './address-lines.tsx';
import styles from './order.module.css';
import type { OrderDesk } from './order-desk.ts';

/** Who bought, where it goes, and what they said. */
export function BuyerCard({ desk: { order, buyer } }: { readonly desk: OrderDesk }) {
  const t = orderWords().page;
  const { shippingAddress, billingAddress, customerId, email, phone, note, giftMessage } = order;
  const isSame = JSON.stringify(shippingAddress) === JSON.stringify(billingAddress);
  return (
    <Card title={t.customer}>
      <div className={styles.part}>
        <div className={styles.name}>
          {customerId ? (
            <Anchor component={Link} to={`/customers/${customerId}`} size="sm" fw={560}>
              {billingAddress.name}
            </Anchor>
          ) : (
            <>
              {billingAddress.name} <span className={styles.quiet}>· {t.guest}</span>
            </>
          )}
        </div>
        <div className={styles.quiet}>
          {buyer.others.length === 0
            ? t.firstOrder
            : buyer.others.map(({ orders, spent }) => t.others(orders, moneyOf(spent))).join(', ')}
        </div>
      </div>
      {(email || phone) && (
        <div className={styles.part}>
          <div className={styles.head}>{t.contact}</div>
          <div className={styles.address}>
            {email && (
              <Anchor href={`mailto:${email}`} size="sm">
                {email}
              </Anchor>
            )}
            {phone && <div>{phone}</div>}
          </div>
        </div>
      )}
      <div className={styles.part}>
        <div className={styles.head}>{t.shipTo}</div>
        {shippingAddress ? (
          <AddressLines of={shippingAddress} />
        ) : (
          <div className={styles.quiet}>{t.noShipping}</div>
        )}
      </div>
      <div className={styles.part}>
        <div className={styles.head}>{t.billTo}</div>
        {isSame ? <div className={styles.quiet}>{t.sameAddress}</div> : <AddressLines of={billingAddress} />}
      </div>
      {note !== '' && (
        <div className={styles.part}>
          <div className={styles.head}>{t.note}</div>
          <div className={styles.note}>{note}</div>
        </div>
      )}
      {giftMessage !== '' && (
        <div className={styles.part}>
          <div className={styles.head}>{t.giftMessage}</div>
          <div className={styles.note}>{giftMessage}</div>
        </div>
      )}
    </Card>
  );
}
