import { Eye } from 'lucide-react';
import { useId } from 'react';
import { countryName, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { orderWords } from '../words.ts';
import styles from './order.module.css';
import type { OrderDesk } from './order-desk.ts';

/** What is unusual about an order that has not gone out: facts, each with its figures. */
export function Signs({ desk: { signs, order } }: { readonly desk: OrderDesk }) {
  const id = useId();
  if (signs.length === 0 || !order.verbs.includes('fulfil')) return null;
  return (
    <section className={styles.look} aria-labelledby={id}>
      <Eye size={16} aria-hidden />
      <div>
        <h2 id={id}>{orderWords().page.signs}</h2>
        <ul className={styles.signs}>
          {signs.map((sign) => (
            <li key={sign.kind}>{textOf(sign)}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function textOf(sign: OrderDesk['signs'][number]): string {
  const t = orderWords().signs;
  const { kind, billing = '', shipping = '', times = 0, domain = '', usual } = sign;
  const amount = usual === undefined ? '' : moneyOf(usual);
  switch (kind) {
    case 'countries_differ':
      return t[kind](countryName(billing), countryName(shipping));
    case 'names_differ':
      return t[kind](billing, shipping);
    case 'declined_before':
    case 'several_cards':
      return t[kind](times);
    case 'high_value':
    case 'first_order_high_value':
      return t[kind](amount);
    case 'free_mail_high_value':
      return t[kind](domain);
    default:
      return t[kind];
  }
}
