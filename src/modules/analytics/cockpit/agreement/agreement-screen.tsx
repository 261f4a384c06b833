import { ShieldCheck } from 'lucide-react';
import { Fragment } from 'react';
import { type Told, useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useSession } from '../../../../platform/cockpit/state/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge, When } from '../../../../platform/cockpit/value/index.ts';
import { CHECKED_DAYS } from '../overview/agreement-line.tsx';
import { wholeTimeText } from '../span/day-text.ts';
import { addDays, hourIn } from '../span/days.ts';
import { analyticsWords, wordOf } from '../words.ts';
import styles from './agreement.module.css';

type Day = Told<'readAgreement'>['items'][number];

/** Each day that was checked, and what reports, sales journal and ledger said differently. */
export function Screen() {
  const t = analyticsWords();
  const { shop } = useSession();
  const today = hourIn(shop.timeZone, new Date()).slice(0, 10);
  const query = { from: addDays(today, -CHECKED_DAYS), to: today };
  const read = useRead('readAgreement', { query }, { about: ['analytics'] });
  return (
    <Page title={t.agreement.title} back="/analytics" about={t.agreement.about} isNarrow>
      <Shown of={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={ShieldCheck} title={t.agreement.never} text={t.agreement.neverText} />
          ) : (
            <Card isFlush>
              <Days of={items} />
            </Card>
          )
        }
      </Shown>
    </Page>
  );
}

function Days({ of }: { readonly of: readonly Day[] }) {
  const t = analyticsWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={styles.scroll} aria-label={t.agreement.title} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.grains.day}</th>
            <th scope="col">{t.agreement.state}</th>
            <th scope="col">{t.agreement.report}</th>
            <th scope="col">{t.agreement.journal}</th>
            <th scope="col">{t.agreement.ledger}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((day) => (
            <Fragment key={day.day}>
              <tr>
                <th scope="row">{wholeTimeText(day.day, 'day')}</th>
                <td colSpan={4}>
                  {day.differences.length === 0 ? (
                    <StateBadge tone="good">{t.agreement.same}</StateBadge>
                  ) : (
                    <StateBadge tone="bad">
                      {t.agreement.different(String(day.differences.length))}
                    </StateBadge>
                  )}{' '}
                  <When at={day.checkedAt} />
                </td>
              </tr>
              {day.differences.map(({ market, currency, measure, ...amounts }) => (
                <tr key={`${market} ${currency} ${measure}`}>
                  <td />
                  <td>
                    {wordOf(t.measures, measure)} · {market || t.unknown}
                  </td>
                  <td data-align="end">{moneyOf({ amount: amounts.report, currency })}</td>
                  <td data-align="end">{moneyOf({ amount: amounts.journal, currency })}</td>
                  <td data-align="end">{moneyOf({ amount: amounts.ledger, currency })}</td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
