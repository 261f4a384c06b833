import { Text } from '@mantine/core';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { momentOf, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { priceWords } from '../words.ts';
import styles from './outcome.module.css';

type Tested = Told<'testPromotion'>;
type Verdict = Tested['verdicts'][number];

/** What the cart comes to, and of every promotion what it took off or why nothing; the tried one first. */
export function Outcome({ tested, hasGoods }: { readonly tested: Tested; readonly hasGoods: boolean }) {
  const t = priceWords().tester;
  const { sentence, totals, verdicts, lines } = tested;
  const inOrder = verdicts.toSorted(
    (a, b) => Number(b.isTrial) - Number(a.isTrial) || Number(b.isApplied) - Number(a.isApplied),
  );
  const gifts = lines.filter(({ isGift }) => isGift);
  return (
    <>
      {sentence !== undefined && <p className={styles.plain}>{sentence}</p>}
      {hasGoods ? (
        <>
          <dl className={styles.totals}>
            <div>
              <dt>{t.subtotal}</dt>
              <dd>{moneyOf(totals.subtotal)}</dd>
            </div>
            <div>
              <dt>{t.discount}</dt>
              <dd data-testid="discount">−{moneyOf(totals.discount)}</dd>
            </div>
            <div data-sum>
              <dt>{t.total}</dt>
              <dd>{moneyOf(totals.total)}</dd>
            </div>
          </dl>
          {gifts.map(({ variantId, title, quantity }) => (
            <Text key={variantId} size="sm">
              {t.gift(quantity, title)}
            </Text>
          ))}
          <ul className={styles.verdicts} aria-label={t.verdicts}>
            {inOrder.map((verdict, index) => (
              <li
                key={`${verdict.promotionId} ${verdict.code} ${index}`}
                data-trial={verdict.isTrial || undefined}
              >
                <span>
                  {verdict.name ?? verdict.code}
                  {!verdict.isApplied && <div className={styles.why}>{reasonText(verdict, verdicts, t)}</div>}
                </span>
                {verdict.isApplied && verdict.amount ? (
                  <StateBadge tone="good">−{moneyOf(verdict.amount)}</StateBadge>
                ) : (
                  <StateBadge tone="neutral">{t.notApplied}</StateBadge>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t.noGoods}
        </Text>
      )}
    </>
  );
}

type Reasons = ReturnType<typeof priceWords>['tester']['reasons'];

function reasonText(verdict: Verdict, all: readonly Verdict[], t: { readonly reasons: Reasons }): string {
  const { reason = '', missing, missingPieces, otherPromotionId, at } = verdict;
  const { reasons } = t;
  const other = all.find(({ promotionId }) => promotionId === otherPromotionId)?.name ?? '';
  switch (reason) {
    case 'minimum_value':
      return reasons.minimum_value(missing === undefined ? '' : moneyOf(missing));
    case 'minimum_quantity':
      return reasons.minimum_quantity(missingPieces ?? 0);
    case 'better_promotion':
      return reasons.better_promotion(other);
    case 'exclusive_promotion':
      return reasons.exclusive_promotion(other);
    case 'not_started':
      return reasons.not_started(at === undefined ? '' : momentOf(at));
    case 'ended':
      return reasons.ended(at === undefined ? '' : momentOf(at));
    default: {
      const known = Object.entries(reasons).find(([name]) => name === reason)?.[1];
      return typeof known === 'string' ? known : reason;
    }
  }
}
