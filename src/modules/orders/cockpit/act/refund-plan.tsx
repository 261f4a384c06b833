import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { isZero, plus } from '../money.ts';
import styles from '../page/order.module.css';
import { orderWords } from '../words.ts';

/** What goes back, and the way it goes. */
export function Plan({ of }: { readonly of: Told<'previewRefund'> }) {
  const t = orderWords().acts;
  const parts = [
    // What is kept is shown apart: with it, the goods are worth what they cost.
    [t.goods, plus(of.goods, of.deduction)],
    [orderWords().page.delivery, of.delivery],
    [t.goodwill, of.goodwill],
  ] as const;
  const { kept } = orderWords().dealings;
  const ways = [
    [t.overPayments, of.payment],
    [t.toGiftCard, of.giftCard],
    [t.toCredit, of.storeCredit],
    [t.offDue, of.reduced],
  ] as const;
  return (
    <section aria-label={t.goesBack} aria-live="polite" className={styles.plan}>
      <dl className={styles.sums}>
        {parts
          .filter(([, amount]) => !isZero(amount))
          .map(([name, amount]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{moneyOf(amount)}</dd>
            </div>
          ))}
        {!isZero(of.deduction) && (
          <div>
            <dt>{kept}</dt>
            <dd>− {moneyOf(of.deduction)}</dd>
          </div>
        )}
        <div data-strong data-line>
          <dt>{t.goesBack}</dt>
          <dd>{moneyOf(of.amount)}</dd>
        </div>
        {ways
          .filter(([, amount]) => !isZero(amount))
          .map(([name, amount]) => (
            <div key={name} data-quiet>
              <dt>{name}</dt>
              <dd>{moneyOf(amount)}</dd>
            </div>
          ))}
        <div data-quiet>
          <dt>{t.taxWithin}</dt>
          <dd>{moneyOf(of.tax)}</dd>
        </div>
      </dl>
    </section>
  );
}
