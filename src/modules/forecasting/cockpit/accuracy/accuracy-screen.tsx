import { Gauge } from 'lucide-react';
import { type Told, useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, LoadingState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useGo } from '../../../../platform/cockpit/state/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { AdjustmentsList } from '../adjust/adjustments-list.tsx';
import styles from '../forecast.module.css';
import { RunButton } from '../list/list-screen.tsx';
import { forecastWords } from '../words.ts';
import { AccuracyTiles } from './accuracy-tiles.tsx';
import { CalibrationChart } from './calibration-chart.tsx';
import { FailedList } from './failed-list.tsx';
import { ClassTable, MethodTable } from './tables.tsx';

type Accuracy = Told<'readForecastAccuracy'>;

/** How right forecasts would have been, where they went wrong, and whether changes by hand helped. */
export function Screen() {
  const t = forecastWords();
  const accuracy = useRead('readForecastAccuracy', { query: {} }, { about: ['forecasting'], isKept: true });
  const changes = useRead('listAdjustments', { query: {} }, { about: ['forecasting'] });
  const chosen = accuracy.data && chosenIn(accuracy.data);
  return (
    <Page
      title={t.accuracy.title}
      about={chosen && t.accuracy.about(countOf(chosen.weeks))}
      actions={<RunButton />}
    >
      <Shown of={accuracy} loading={<LoadingState lines={10} />}>
        {(told) => (chosenIn(told) === undefined ? <Nothing /> : <Measured of={told} />)}
      </Shown>
      <div style={{ marginTop: 16 }}>
        <Card title={t.adjust.title} about={t.adjust.all}>
          <Shown of={changes}>{({ items }) => <AdjustmentsList of={items} />}</Shown>
        </Card>
      </div>
    </Page>
  );
}

function Measured({ of }: { readonly of: Accuracy }) {
  const t = forecastWords().accuracy;
  const go = useGo();
  return (
    <>
      <AccuracyTiles of={of} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Card title={t.methods} about={t.methodsAbout} isFlush>
            <MethodTable of={of.methods} />
          </Card>
          <Card title={t.classes} isFlush>
            <ClassTable of={of.classes} onClass={(name) => go(`/forecast?demandClass=${name}`)} />
          </Card>
        </div>
        <div className={styles.column}>
          <Card title={t.calibration} about={t.calibrationAbout}>
            <CalibrationChart of={of.calibration} />
          </Card>
          <Card title={t.failed} about={t.failedAbout}>
            <FailedList of={of.failed} />
          </Card>
        </div>
      </div>
    </>
  );
}

function Nothing() {
  const t = forecastWords().accuracy;
  return (
    <Card>
      <EmptyState icon={Gauge} title={t.none} text={t.noneText} />
    </Card>
  );
}

function chosenIn({ methods }: Accuracy) {
  return methods.find(({ method }) => method === 'chosen');
}
