import { currencyOf, divideRounded, fromDecimal, money, toDecimal } from '../../../../kernel/index.ts';
import { type ApiMoney, countOf, moneyOf, sinceOf } from '../../../../platform/cockpit/text/index.ts';
import { customerWords } from '../words.ts';
import type { CustomerDesk } from './customer-desk.ts';
import styles from './profile.module.css';

/** What somebody came to so far. */
export function Figures({ desk: { customer, credits } }: { readonly desk: CustomerDesk }) {
  const t = customerWords().profile;
  const { spent, orders, lastOrderAt } = customer;
  const figures = [
    [t.spent, spent ? moneyOf(spent) : t.none],
    [t.orders, countOf(orders)],
    [t.average, spent && orders > 0 ? moneyOf(averageOf(spent, orders)) : t.none],
    [t.lastOrder, lastOrderAt ? sinceOf(lastOrderAt) : t.none],
    [t.credit, credits.length === 0 ? t.none : credits.map(moneyOf).join(' · ')],
  ] as const;
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function averageOf({ amount, currency }: ApiMoney, orders: number): ApiMoney {
  const code = currencyOf(currency);
  const whole = fromDecimal(amount, code) ?? money(0n, code);
  const each = divideRounded(whole.minor, BigInt(orders));
  return { amount: toDecimal(money(each, code)), currency };
}
