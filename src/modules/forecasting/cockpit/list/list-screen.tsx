import { Button } from '@mantine/core';
import { RefreshCw, TrendingUp } from 'lucide-react';
import { useRows, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { showWork, textIn, textsIn, useAddress, useMay } from '../../../../platform/cockpit/state/index.ts';
import {
  DataTable,
  ExportButton,
  type Filter,
  ListBar,
  shownColumns,
  ViewsMenu,
} from '../../../../platform/cockpit/table/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { detailOf } from '../goods-cell.tsx';
import { dayText, piecesText } from '../reason-text.ts';
import { forecastWords } from '../words.ts';
import { columnsOf } from './columns.tsx';
import { firstReason } from './first-reason.ts';

const SORTS = ['most', 'title', 'bias', 'error', 'coverage'] as const;
const CLASSES = ['smooth', 'erratic', 'intermittent', 'lumpy', 'new', 'dead', 'never_sold'] as const;
const FLAGS = ['biased', 'often_missed', 'uncertain', 'out_of_stock', 'fading'] as const;

/** What will be wanted of everything: how much, how sure that is, and why. */
export function Screen() {
  const t = forecastWords();
  const [query] = useAddress();
  const asked = askedIn(query);
  const about = ['forecasting', 'catalog'];
  const forecasts = useRows('listForecasts', { query: asked }, { about, isKept: true });
  const columns = columnsOf();
  const { total } = forecasts.first ?? {};
  const firstDay = forecasts.rows[0]?.firstDay;
  const { sort: _, ...filter } = asked;
  return (
    <Page
      title={t.title}
      about={
        total !== undefined &&
        [t.items(countOf(total)), ...(firstDay ? [t.firstDay(dayText(firstDay))] : [])].join(' · ')
      }
      actions={<RunButton />}
      isWhole
    >
      <ListBar
        hint={t.search}
        filters={filters()}
        sortings={SORTS.map((value) => ({ value, label: t.sorts[value] }))}
        columns={columns}
      >
        <ViewsMenu list="forecasts" />
        <ExportButton operation="beginForecastExport" query={asked} title={t.title} />
      </ListBar>
      <DataTable
        label={t.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={forecasts}
        idOf={({ item }) => item.variantId}
        pathOf={({ item }) => `/forecast/${item.variantId}`}
        isFiltered={Object.values(filter).some((value) => value !== undefined)}
        empty={<EmptyState icon={TrendingUp} title={t.empty} text={t.emptyText} action={<RunButton />} />}
        phone={(forecast) => ({
          title: forecast.item.title,
          detail: [detailOf(forecast.item), firstReason(forecast)].filter(Boolean).join(' · '),
          aside: (
            <strong>
              {piecesText(forecast.next4.mean)} <small>{t.inWeeks('4')}</small>
            </strong>
          ),
        })}
      />
    </Page>
  );
}

export function RunButton() {
  const t = forecastWords();
  const run = useWrite('runForecasts', { about: ['work', 'forecasting'], onDone: showWork });
  if (!useMay()('forecasts:write')) return null;
  return (
    <Button
      variant="default"
      leftSection={<RefreshCw size={15} aria-hidden />}
      loading={run.isPending}
      onClick={() => run.mutate({ body: { title: t.runTitle } })}
    >
      {t.run}
    </Button>
  );
}

function askedIn(query: Readonly<Record<string, unknown>>) {
  const oneOf = <Value extends string>(values: readonly Value[], name: string) =>
    values.find((value) => value === textIn(query, name));
  const classes = CLASSES.filter((value) => textsIn(query, 'demandClass').includes(value));
  return {
    q: textIn(query, 'q') || undefined,
    category: textIn(query, 'category') || undefined,
    demandClass: classes.length === 0 ? undefined : classes,
    flag: oneOf(FLAGS, 'flag'),
    sort: oneOf(SORTS, 'sort'),
  };
}

function filters(): readonly Filter[] {
  const t = forecastWords();
  return [
    {
      ...{ key: 'flag', label: t.flag, kind: 'choice' },
      options: FLAGS.map((value) => ({ value, label: t.flagNames[value] })),
    },
    {
      ...{ key: 'demandClass', label: t.demandClass, kind: 'choice', isMany: true },
      options: CLASSES.map((value) => ({ value, label: t.classes[value] })),
    },
  ];
}
