import { countryName } from '../../../../platform/cockpit/text/index.ts';
import styles from './order.module.css';
import type { OrderDesk } from './order-desk.ts';

type Address = NonNullable<OrderDesk['order']['shippingAddress']>;

/** An address line by line, as far as the person may see it. */
export function AddressLines({ of }: { readonly of: Partial<Address> }) {
  const { name, company, line1, line2, postalCode, city, region, country } = of;
  const place = [postalCode, city].filter(Boolean).join(' ');
  const lines = [
    name,
    company,
    line1,
    line2,
    region ? `${place}, ${region}` : place,
    countryName(country ?? ''),
  ];
  return (
    <address className={styles.address}>
      {lines
        .filter((line) => line !== undefined && line !== '')
        .map((line) => (
          <div key={line}>{line}</div>
        ))}
    </address>
  );
}
