import { type ApiMoney, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { isMore, isZero, minus, plus, times } from '../money.ts';
import styles from '../page/order.module.css';
import { orderWords } from '../words.ts';
import type { Picked } from './item-picker.tsx';
import { usePrices } from './prices.ts';

/** What goods that are added or sent in exchange cost now, what pieces pay of it, and which way the rest goes. */
export function LinkedSums(props: {
  readonly picked: readonly Picked[];
  readonly currency: string;
  /** What comes back for them is worth. */
  readonly credit?: ApiMoney | undefined;
  /** What is to be said beside the sums. */
  readonly note?: string;
}) {
  const { picked, currency, credit } = props;
  const t = orderWords().dealings;
  const { note = t.plusDelivery } = props;
  const priceOf = usePrices(
    picked.map(({ variantId }) => variantId),
    currency,
  );
  if (picked.length === 0) return null;
  const none = { amount: '0', currency };
  const goods = picked.reduce((sum, { variantId, quantity }) => {
    return plus(sum, times(priceOf(variantId) ?? none, quantity));
  }, none);
  const given = credit ?? none;
  const [due, back] = [minus(goods, given), minus(given, goods)];
  return (
    <section className={styles.plan} aria-live="polite" aria-label={t.newGoods}>
      <dl className={styles.sums}>
        {picked.map(({ variantId, title, quantity }) => {
          const price = priceOf(variantId);
          return (
            <div key={variantId} data-quiet>
              <dt>
                {quantity} × {title}
              </dt>
              <dd>{price === undefined ? t.noPrice : moneyOf(times(price, quantity))}</dd>
            </div>
          );
        })}
        <div data-line>
          <dt>{t.newGoods}</dt>
          <dd>{moneyOf(goods)}</dd>
        </div>
        {credit && (
          <div>
            <dt>{t.piecesPay}</dt>
            <dd>− {moneyOf(isMore(given, goods) ? goods : given)}</dd>
          </div>
        )}
        {!isZero(due) && (
          <div data-strong>
            <dt>{t.toPay}</dt>
            <dd>{moneyOf(due)}</dd>
          </div>
        )}
        {!isZero(back) && (
          <div data-strong>
            <dt>{t.goesBack}</dt>
            <dd>{moneyOf(back)}</dd>
          </div>
        )}
      </dl>
      <div className={styles.quiet} style={{ marginTop: 8 }}>
        {credit === undefined ? note : isZero(due) && isZero(back) && t.even}
      </div>
    </section>
  );
}
