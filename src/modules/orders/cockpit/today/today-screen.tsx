import { Sun } from 'lucide-react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useSession } from '../../../../platform/cockpit/state/index.ts';
import { writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { PartCard } from './part-card.tsx';
import { SalesCard } from './sales-card.tsx';
import { SetupLine } from './setup-line.tsx';
import styles from './today.module.css';
import { todayWords } from './words.ts';

const ABOUT = ['orders', 'payments', 'inventory', 'exchange', 'pagewatch', 'today'];

/** What waits for the person, with the way to act on it, and how the day goes. */
export function Screen() {
  const t = todayWords();
  const today = useRead('readToday', {}, { about: ABOUT });
  return (
    <Page title={t.title} about={<Day />} isNarrow>
      <SetupLine />
      <Shown of={today}>
        {({ parts, sales = [] }) => (
          <>
            {sales.map((one) => (
              <SalesCard key={one.now.total.currency} of={one} />
            ))}
            {parts.length === 0 && <EmptyState icon={Sun} title={t.none} text={t.noneText} />}
            <div className={styles.parts}>
              {parts.map((part) => (
                <div key={part.name} className={styles.part}>
                  <PartCard of={part} />
                </div>
              ))}
            </div>
          </>
        )}
      </Shown>
    </Page>
  );
}

/** The day in the shop's zone, in words. */
function Day() {
  const { shop } = useSession();
  const day = new Intl.DateTimeFormat(writtenIn().region, { dateStyle: 'full', timeZone: shop.timeZone });
  return (
    <>
      {day.format(new Date())} · {shop.name}
    </>
  );
}
