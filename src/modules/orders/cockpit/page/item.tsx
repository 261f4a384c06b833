import { Image } from 'lucide-react';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { Money, Why } from '../../../../platform/cockpit/value/index.ts';
import { orderWords } from '../words.ts';
import styles from './order.module.css';
import { type DeskLine, optionsOf } from './order-desk.ts';

/** Some pieces of a line, with why they cost what they cost. */
export function Item({ line, quantity }: { readonly line: DeskLine; readonly quantity: number }) {
  const t = orderWords().page;
  const { title, sku, picture, unitPrice, refundedQuantity, returnedQuantity, isGift } = line;
  const facts = [
    optionsOf(line),
    sku,
    isGift ? t.gift : '',
    refundedQuantity > 0 ? t.refunded(refundedQuantity) : '',
    returnedQuantity > 0 ? t.returned(returnedQuantity) : '',
  ];
  return (
    <li className={styles.item}>
      <Thumb picture={picture} />
      <div>
        <div className={styles.name}>{title}</div>
        <div className={styles.detail}>
          {facts
            .filter((fact) => fact !== undefined && fact !== '')
            .map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
        </div>
      </div>
      <span className={styles.each}>
        {moneyOf(unitPrice)} × {quantity}
        <WhyPrice line={line} />
      </span>
      {quantity === line.quantity && <span className={styles.sum}>{moneyOf(line.total)}</span>}
    </li>
  );
}

export function Thumb({ picture }: Pick<DeskLine, 'picture'>) {
  return (
    <span className={styles.thumb}>
      {picture ? (
        <img src={picture.url} alt="" loading="lazy" width={44} height={44} />
      ) : (
        <Image size={18} strokeWidth={1.5} aria-hidden />
      )}
    </span>
  );
}

function WhyPrice({ line }: { readonly line: DeskLine }) {
  const t = orderWords().page;
  const { priceReason, discounts, unitPrice, quantity, total } = line;
  return (
    <Why
      title={`${t.why}: ${line.title}`}
      text={priceReason === 'base' ? t.basePrice : t.listPrice(priceReason)}
      steps={[
        { name: `${moneyOf(unitPrice)} × ${quantity}`, value: '' },
        ...discounts.map(({ name, code, amount }) => ({
          name: t.discount(code ?? name),
          value: `− ${moneyOf(amount)}`,
        })),
        { name: t.total, value: <Money of={total} />, isSum: true },
      ]}
    />
  );
}
