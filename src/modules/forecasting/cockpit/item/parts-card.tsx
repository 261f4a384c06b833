import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { FoldingTable } from '../../../../platform/cockpit/table/index.ts';
import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import { When } from '../../../../platform/cockpit/value/index.ts';
import styles from '../forecast.module.css';
import { piecesText } from '../reason-text.ts';
import { forecastWords } from '../words.ts';

type Forecast = Told<'readForecast'>;
type Part = Pick<Forecast['places'][number], 'share' | 'isOwn' | 'next4'>;

/** What of a variant is expected where: places, and where it is sold. Together they are what is expected of it. */
export function PartsCard({ of: { places, channels, madeAt } }: { readonly of: Forecast }) {
  const t = forecastWords();
  return (
    <Card title={`${t.item.places} · ${t.item.channels}`} about={t.item.partsAbout} isFlush>
      <Parts title={t.item.places} of={places.map(({ name, ...part }) => ({ name, ...part }))} />
      <Parts
        title={t.item.channels}
        of={channels.map(({ origin, ...part }) => ({ name: origin || t.item.thisShop, ...part }))}
      />
      <p className={styles.made}>
        {t.item.madeAt} <When at={madeAt} />
      </p>
    </Card>
  );
}

function Parts({ title, of }: { readonly title: string; readonly of: readonly (Part & { name: string })[] }) {
  const t = forecastWords();
  if (of.length === 0) return null;
  return (
    <FoldingTable
      rows={of}
      keyOf={({ name }) => name}
      columns={[
        {
          ...{ key: 'name', label: title },
          cell: ({ name, isOwn }) => (
            <>
              {name}
              {isOwn && <div className={styles.quiet}>{t.item.ownWeeks}</div>}
            </>
          ),
        },
        { key: 'share', label: t.item.share, align: 'end', cell: ({ share }) => percentOf(share, 0) },
        {
          ...{ key: 'next4', label: t.next4, align: 'end' },
          cell: ({ next4 }) => (
            <>
              {piecesText(next4.mean)}
              <div className={styles.quiet}>
                {piecesText(next4.low)} – {piecesText(next4.high)}
              </div>
            </>
          ),
        },
      ]}
    />
  );
}
