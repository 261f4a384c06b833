import { useSession } from '../../../../platform/cockpit/state/index.ts';
import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import { Bars } from '../report/bars.tsx';
import { shownDimensions } from '../report/row-name.ts';
import { changeOf, totalIn, valueText, volumeOf } from '../report.ts';
import { hourIn } from '../span/days.ts';
import { TimeChart } from '../time-chart.tsx';
import { analyticsWords, wordOf } from '../words.ts';
import styles from './explore.module.css';
import { GroupsChart } from './groups-chart.tsx';
import type { Pictured } from './pictured.ts';

/** What was asked for as a picture: as it says, or as it fits. */
export function ExplorePicture(shown: Pictured) {
  const t = analyticsWords();
  const { shop } = useSession();
  const { report, rows, measure, currency, query, nameOf } = shown;
  const { grain, chart } = query;
  const groups = shownDimensions(report).filter((id) => id !== 'time');
  if (chart === 'table' || (grain === undefined && groups.length === 0)) return <Tiles {...shown} />;
  if (grain === undefined) {
    const volume = volumeOf(report, measure);
    return <Bars {...{ rows, measure, volume, nameOf, currency }} dimensions={groups} />;
  }
  const hour = hourIn(shop.timeZone, new Date());
  const title = wordOf(t.measures, measure.id);
  if (groups.length > 0 || chart === 'bar')
    return <GroupsChart {...{ ...shown, groups, title, grain, hour }} />;
  return <TimeChart {...{ report, rows, measure, title, currency, grain, hour }} />;
}

/** Each number by itself, large, with what it was. */
function Tiles({ report, currency }: Pictured) {
  const t = analyticsWords();
  const total = totalIn(report, currency);
  return (
    <dl className={styles.tiles}>
      {report.measures.map(({ id, kind }) => {
        const [now, before] = [total?.values[id], total?.before?.[id]];
        const change = changeOf(now, before);
        const bounds = total?.bounds?.[id];
        return (
          <div key={id}>
            <dt>{wordOf(t.measures, id)}</dt>
            <dd>{valueText(now, kind, currency)}</dd>
            {bounds && (
              <dd className={styles.before}>
                {t.surely(valueText(bounds.low, kind, currency), valueText(bounds.high, kind, currency))}
              </dd>
            )}
            {before !== undefined && (
              <dd className={styles.before}>
                {t.before} {valueText(before, kind, currency)}
                {change === undefined ? '' : ` · ${change > 0 ? '+' : ''}${percentOf(change, 0)}`}
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
