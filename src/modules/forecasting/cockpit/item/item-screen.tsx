import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { type Told, useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, LoadingState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { AdjustDialog, type Adjusted } from '../adjust/adjust-dialog.tsx';
import { AdjustmentsList } from '../adjust/adjustments-list.tsx';
import styles from '../forecast.module.css';
import { detailOf } from '../goods-cell.tsx';
import { Flags, methodName } from '../list/columns.tsx';
import { piecesText } from '../reason-text.ts';
import { forecastWords } from '../words.ts';
import { BacktestCard } from './backtest-card.tsx';
import { FanChart } from './fan-chart.tsx';
import { PartsCard } from './parts-card.tsx';
import { ReasonsCard } from './reasons-card.tsx';
import { Weekdays } from './weekdays.tsx';

type Forecast = Told<'readForecast'>;

/** What will be wanted of one variant, why, and how right that would have been. */
export function Screen() {
  const { variantId } = useParams({ strict: false }) as { readonly variantId: string };
  const about = ['forecasting', 'catalog'];
  const forecast = useRead('readForecast', { params: { variantId } }, { about, isKept: true });
  return (
    <Shown of={forecast} loading={<LoadingState lines={10} />}>
      {(told) => <ItemPage of={told} />}
    </Shown>
  );
}

function ItemPage({ of: forecast }: { readonly of: Forecast }) {
  const t = forecastWords();
  const go = useGo();
  const mayChange = useMay()('forecasts:write');
  const [adjusted, setAdjusted] = useState<Adjusted>();
  const { item, category, firstDay } = forecast;
  const change = (from: string) =>
    setAdjusted({ variantId: item.variantId, category, from, to: addDays(from, 6) });
  const button = mayChange && (
    <Button leftSection={<Pencil size={15} aria-hidden />} onClick={() => change(firstDay)}>
      {t.adjust.add}
    </Button>
  );
  return (
    <Page
      title={item.title}
      back="/forecast"
      aside={<Flags of={forecast.flags} />}
      about={[detailOf(item), t.classes[forecast.demandClass], methodName(forecast.method)]
        .filter(Boolean)
        .join(' · ')}
      actions={
        <>
          <Button
            variant="default"
            onClick={() => go(`/stock?q=${encodeURIComponent(item.sku ?? item.title)}`)}
          >
            {t.item.seeStock}
          </Button>
          {button}
        </>
      }
    >
      <Tiles of={forecast} />
      <Card title={t.item.chart} about={t.item.chartAbout}>
        <FanChart of={forecast} onWeek={mayChange ? change : undefined} />
      </Card>
      <div className={styles.columns}>
        <div className={styles.column}>
          <BacktestCard of={forecast.backtest} />
          <Card title={t.adjust.title} about={t.adjust.about}>
            <AdjustmentsList of={forecast.adjustments} />
          </Card>
        </div>
        <div className={styles.column}>
          <ReasonsCard of={forecast.reasons} isEnough={forecast.isEnough} />
          <Card title={t.item.weekdays}>
            <Weekdays of={forecast.weekdays} label={t.item.weekdays} />
          </Card>
          <PartsCard of={forecast} />
        </div>
      </div>
      {adjusted && <AdjustDialog of={adjusted} onClose={() => setAdjusted(undefined)} />}
    </Page>
  );
}

function Tiles({ of: { next4, next13 } }: { readonly of: Forecast }) {
  const t = forecastWords();
  const tiles = [
    [t.next4, next4, 4],
    [t.next13, next13, 13],
  ] as const;
  return (
    <div className={styles.tiles}>
      {tiles.map(([name, { mean, low, high }, weeks]) => (
        <div key={name} className={styles.tile}>
          <span className={styles.quiet}>{name}</span>
          <span className={styles.figure}>{piecesText(mean)}</span>
          <span className={styles.quiet}>
            {piecesText(low)} – {piecesText(high)} · {t.item.perWeek(piecesText(mean / weeks))}
          </span>
        </div>
      ))}
    </div>
  );
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
