import { Button } from '@mantine/core';
import { BellRing } from 'lucide-react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { type Column, DataTable } from '../../../../platform/cockpit/table/index.ts';
import { allRows } from '../fields/all-rows.ts';
import { type Names, useReportNames } from '../fields/use-names.ts';
import { ABOUT, reportingWords } from '../words.ts';
import { AlertState, type ListedAlert } from './alert-state.tsx';
import { numberText, whenText } from './number-text.ts';

/** Numbers that are watched, and which of them are not as usual. */
export function Screen() {
  const t = reportingWords();
  const go = useGo();
  const alerts = useRead('listReportAlerts', {}, { about: ABOUT });
  const names = useReportNames();
  const add = useMay()('reports:write') ? (
    <Button onClick={() => go('/analytics/alerts/new')}>{t.alerts.create}</Button>
  ) : undefined;
  return (
    <Page title={t.alerts.title} about={t.alerts.about} actions={add} isWhole>
      <DataTable
        label={t.alerts.title}
        columns={columnsOf(names)}
        source={allRows(alerts)}
        idOf={({ id }) => id}
        pathOf={({ id }) => `/analytics/alerts/${id}`}
        empty={<EmptyState icon={BellRing} title={t.alerts.empty} text={t.alerts.emptyText} action={add} />}
        phone={(alert) => ({
          title: alert.name,
          detail: ruleText(alert, names),
          aside: <AlertState of={alert} />,
        })}
      />
    </Page>
  );
}

function columnsOf(names: Names): readonly Column<ListedAlert>[] {
  const t = reportingWords();
  return [
    { key: 'name', label: t.name, cell: ({ name }) => name, isTitle: true },
    { key: 'rule', label: t.alerts.rule, width: '34%', cell: (alert) => ruleText(alert, names) },
    {
      ...{ key: 'last', label: t.alerts.lastFiring, width: '24%' },
      cell: ({ lastFiring }) =>
        lastFiring && `${whenText(lastFiring.began)} · ${numberText(lastFiring.value, lastFiring)}`,
    },
    { key: 'state', label: t.state, width: '130px', cell: (alert) => <AlertState of={alert} /> },
  ];
}

/** `Net sales a day: unusual, about one false alarm a month` */
function ruleText({ query, rule, grain }: ListedAlert, { numbers }: Names): string {
  const t = reportingWords().alerts;
  const number =
    numbers.find((one) => query === one.query || query.startsWith(`${one.query} `))?.name ?? query;
  if (rule.kind === 'anomaly') return t.ofRule.anomaly(number, t.rates[rule.falseAlarms]);
  if (rule.kind === 'change') return t.ofRule.change(number, t.grains[grain], rule.percent);
  return t.ofRule.threshold(number, t.grains[grain], rule.below, rule.above);
}
