import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { countOf, percentOf, writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge, Why } from '../../../../platform/cockpit/value/index.ts';
import styles from '../forecast.module.css';
import { methodName, ratioText } from '../list/columns.tsx';
import { changeText } from '../reason-text.ts';
import { forecastWords } from '../words.ts';

type Tested = Told<'readForecast'>['backtest'][number];

/** How each method would have forecast the weeks behind, the best first. */
export function BacktestCard({ of }: { readonly of: readonly Tested[] }) {
  const t = forecastWords();
  const weeks = Math.max(0, ...of.map((one) => one.weeks));
  if (of.length === 0) return <Card title={t.item.backtest}>{t.item.noBacktest}</Card>;
  return (
    <Card title={t.item.backtest} about={t.item.backtestAbout(countOf(weeks))} isFlush>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.method}</th>
              <th scope="col">
                {t.item.loss} <Why title={t.item.loss} text={t.item.lossText} steps={[]} />
              </th>
              <th scope="col">{t.item.meanError}</th>
              <th scope="col">{t.error}</th>
              <th scope="col">{t.bias}</th>
              <th scope="col">{t.coverage}</th>
            </tr>
          </thead>
          <tbody>
            {of.map((one) => (
              <tr key={one.method} data-chosen={one.isChosen || undefined}>
                <th scope="row">
                  {methodName(one.method)}{' '}
                  {one.isChosen && <StateBadge tone="good">{t.item.used}</StateBadge>}
                </th>
                <td>{lossText(one.quantileLoss)}</td>
                <td>{lossText(one.meanError)}</td>
                <td>{one.scaledError === undefined ? '–' : ratioText(one.scaledError)}</td>
                <td>{one.bias === undefined ? '–' : changeText(one.bias)}</td>
                <td>{one.coverage === undefined ? '–' : percentOf(one.coverage, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function lossText(pieces: number): string {
  return new Intl.NumberFormat(writtenIn().region, { maximumFractionDigits: 2 }).format(pieces);
}
