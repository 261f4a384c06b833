import { type Told, useRead, useRefreshEvery } from '../../../../platform/cockpit/api/index.ts';
import { Card, Page } from '../../../../platform/cockpit/page/index.ts';
import { countOf, countryName } from '../../../../platform/cockpit/text/index.ts';
import { ReadShown } from '../report-shown.tsx';
import { analyticsWords, wordOf } from '../words.ts';
import { clockOf } from './clock.ts';
import { CountedList } from './counted-list.tsx';
import styles from './live.module.css';
import { LiveOrders } from './live-orders.tsx';
import { Minutes } from './minutes.tsx';

type LiveNow = Told<'readLive'>;

const EVERY_MS = 5_000;

/** Who is on the shop now, and what they do: it updates itself, and shows counts only. */
export function Screen() {
  const t = analyticsWords().live;
  const read = useRead('readLive', {}, { about: ['live'], isKept: true });
  useRefreshEvery('live', EVERY_MS);
  const about = read.data ? `${t.about} ${t.asOf(clockOf(read.data.at))}` : t.about;
  return (
    <Page title={t.title} about={about}>
      <ReadShown of={read}>{(live) => <Now live={live} />}</ReadShown>
    </Page>
  );
}

function Now({ live }: { readonly live: LiveNow }) {
  const words = analyticsWords();
  const t = words.live;
  const { visitors, minutes, pages, countries, channels, devices, orders } = live;
  return (
    <>
      <div className={styles.head}>
        <section className={styles.now} aria-label={t.now}>
          <span className={styles.pulse} aria-hidden data-is={visitors.last5 > 0 ? 'somebody' : 'nobody'} />
          <strong>{countOf(visitors.last5)}</strong>
          <span>{t.last5}</span>
          <span className={styles.quiet}>{t.last30(countOf(visitors.last30), visitors.last30)}</span>
        </section>
        <Card title={t.minutes}>
          <Minutes minutes={minutes} />
        </Card>
      </div>
      <div className={styles.columns}>
        <Card title={t.pages} about={t.pagesAbout} isFlush>
          <CountedList rows={pages} nameOf={(name) => name} />
        </Card>
        <div className={styles.stack}>
          <Stages live={live} />
          <LiveOrders orders={orders} />
        </div>
      </div>
      <div className={styles.three}>
        <Card title={t.channels} about={t.ofHalfHour} isFlush>
          <CountedList rows={channels} nameOf={(name) => name} />
        </Card>
        <Card title={t.countries} about={t.ofHalfHour} isFlush>
          <CountedList rows={countries} nameOf={countryName} />
        </Card>
        <Card title={t.devices} about={t.ofHalfHour} isFlush>
          <CountedList rows={devices} nameOf={(name) => wordOf(words.values, name)} />
        </Card>
      </div>
    </>
  );
}

function Stages({ live: { stages } }: { readonly live: LiveNow }) {
  const t = analyticsWords().live;
  const shown = [
    [t.cart, stages.cart],
    [t.checkout, stages.checkout],
    [t.bought, stages.bought],
  ] as const;
  return (
    <Card title={t.stages} about={t.stagesAbout}>
      <dl className={styles.stages}>
        {shown.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{countOf(count)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
