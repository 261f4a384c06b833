import { SegmentedControl } from '@mantine/core';
import { CircleAlert, ShieldCheck } from 'lucide-react';
import { type Told, useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useSession } from '../../../../platform/cockpit/state/index.ts';
import { countOf, sinceOf } from '../../../../platform/cockpit/text/index.ts';
import { CHECKED_DAYS } from '../overview/agreement-line.tsx';
import { addDays, hourIn } from '../span/days.ts';
import { analyticsWords } from '../words.ts';
import styles from './agreement.module.css';
import { Days } from './days.tsx';
import { Differences } from './differences.tsx';
import { Open } from './open.tsx';
import { currenciesOf, type Settled } from './sums.ts';
import { Where } from './where.tsx';

type Checked = Told<'readAgreement'>['items'];

/** Whether all books agree, where the money of what was sold is, what is open, and the days one by one. */
export function Screen() {
  const t = analyticsWords();
  const { shop } = useSession();
  const today = hourIn(shop.timeZone, new Date()).slice(0, 10);
  const query = { from: addDays(today, -CHECKED_DAYS), to: today };
  const checked = useRead('readAgreement', { query }, { about: ['analytics'] });
  const settled = useRead('readSettlement', { query }, { about: ['analytics'] });
  return (
    <Page title={t.agreement.title} back="/analytics" about={t.agreement.about} isNarrow>
      <Shown of={checked}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={ShieldCheck} title={t.agreement.never} text={t.agreement.neverText} />
          ) : (
            <Shown of={settled}>{(found) => <Found checked={items} settled={found} />}</Shown>
          )
        }
      </Shown>
    </Page>
  );
}

function Found({ checked, settled }: { readonly checked: Checked; readonly settled: Settled }) {
  const t = analyticsWords().agreement;
  const { shop } = useSession();
  const [query, change] = useAddress();
  const currencies = currenciesOf(settled, shop.currency);
  const asked = textIn(query, 'currency');
  const currency = currencies.find((one) => one === asked) ?? currencies[0] ?? shop.currency;
  return (
    <>
      <Verdict checked={checked} settled={settled} />
      {(settled.differences.length > 0 || checked.some((day) => day.differences.length > 0)) && (
        <Card title={t.differences} isFlush>
          <Differences checked={checked} settled={settled} />
        </Card>
      )}
      {currencies.length > 1 && (
        <SegmentedControl
          className={styles.currencies ?? ''}
          size="xs"
          aria-label={t.currency}
          value={currency}
          data={[...currencies]}
          onChange={(value) => change({ currency: value })}
        />
      )}
      <div className={styles.columns}>
        <Card title={t.where} about={t.whereAbout}>
          <Where days={settled.days} currency={currency} />
        </Card>
        <Card title={t.open} about={t.openAbout} isFlush>
          <Open of={settled.open.filter(({ amount }) => amount.currency === currency)} currency={currency} />
        </Card>
      </div>
      <Card title={t.days} about={t.daysAbout} isFlush>
        <Days checked={checked} settled={settled} currency={currency} />
      </Card>
    </>
  );
}

/** The answer in one line, before anything else. */
function Verdict({ checked, settled }: { readonly checked: Checked; readonly settled: Settled }) {
  const t = analyticsWords().agreement;
  const figures = checked.reduce((sum, { differences }) => sum + differences.length, 0);
  const days = settled.days.filter(({ isSettled }) => !isSettled).length;
  // The named say more; without any it is the days that do not add up.
  const count = settled.differences.length || figures + days;
  const isGood = count === 0;
  const [latest] = checked;
  return (
    <section className={styles.verdict} data-tone={isGood ? 'good' : 'bad'} aria-label={t.title}>
      {isGood ? <ShieldCheck size={28} aria-hidden /> : <CircleAlert size={28} aria-hidden />}
      <div>
        <p className={styles.answer}>{isGood ? t.allAgree : t.notAll(countOf(count), count)}</p>
        <p className={styles.reason}>
          {isGood ? t.allAgreeText(countOf(checked.length)) : t.notAllText}
          {latest && ` ${t.checked(sinceOf(latest.checkedAt))}.`}
        </p>
      </div>
    </section>
  );
}
