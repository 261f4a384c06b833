import { Drawer } from '@mantine/core';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { LoadingState, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useColleagues } from '../../../../platform/cockpit/state/index.ts';
import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import { Timeline } from '../../../../platform/cockpit/value/index.ts';
import { amountText, estimateText, isCeiling, type Pace } from '../kpis.ts';
import { periodText } from '../period-text.ts';
import { targetWords } from '../words.ts';
import { CourseChart } from './course-chart.tsx';
import styles from './pace.module.css';
import { isRate, Verdict } from './pace-row.tsx';

/** A target with its way day by day, its forecast, and who set it. */
export function TargetDrawer({
  of: pace,
  name,
  onClose,
}: {
  readonly of: Pace | undefined;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const t = targetWords();
  const title = pace ? `${t.kpis[pace.kpi]} · ${periodText(pace.period)} · ${name}` : '';
  return (
    <Drawer
      opened={pace !== undefined}
      onClose={onClose}
      position="right"
      size={560}
      title={title}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      {pace && <Course of={pace} title={t.course.title(t.kpis[pace.kpi])} />}
    </Drawer>
  );
}

function Course({ of: pace, title }: { readonly of: Pace; readonly title: string }) {
  const t = targetWords().course;
  const params = { year: pace.period.slice(0, 4), id: pace.id };
  const course = useRead('readTargetCourse', { params }, { about: ['analytics', 'targets'] });
  return (
    <>
      <Verdict of={pace} />
      <Shown of={course} loading={<LoadingState lines={8} />}>
        {({ days }) => <CourseChart of={pace} course={days} title={title} />}
      </Shown>
      <ul className={styles.legend}>
        <li>{t.actual}</li>
        <li data-of="plan">{t.plan}</li>
        {pace.forecast && <li data-of="forecast">{t.forecast}</li>}
      </ul>
      <Facts of={pace} />
      <p className={styles.quiet}>
        {t.method[pace.method]} {pace.forecast && t.limits}
      </p>
      <History of={pace} />
    </>
  );
}

function Facts({ of: pace }: { readonly of: Pace }) {
  const t = targetWords().course;
  const text = (amount: string) => amountText(pace, amount);
  const estimate = (amount: string) => estimateText(pace, amount);
  const range = ({ low, high }: { readonly low: string; readonly high: string }) =>
    `${estimate(low)} – ${estimate(high)}`;
  const { forecast, actual, amount, expectedShare } = pace;
  const facts: (readonly [string, string])[] = [
    [t.target, text(amount)],
    ...(actual === null ? [] : [[t.soFar, text(actual)] as const]),
    ...(isRate(pace) ? [] : [[t.byNow, percentOf(expectedShare, 0)] as const]),
    ...(forecast === undefined
      ? []
      : ([
          [t.end, estimate(forecast.estimate)],
          [t.likely, range(forecast.likely)],
          [t.almostSurely, range(forecast.almostSurely)],
          [isCeiling(pace.kpi) ? t.chanceOfCeiling : t.chance, percentOf(forecast.chance, 0)],
        ] as const)),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <Fact key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function History({ of: pace }: { readonly of: Pace }) {
  const t = targetWords().course;
  const { nameOf } = useColleagues();
  const params = { year: pace.period.slice(0, 4), id: pace.id };
  const changes = useRead('listTargetChanges', { params }, { about: ['targets'] });
  if (changes.data === undefined) return null;
  const titleOf = (before: string | null, after: string | null) => {
    const [was, is] = [before, after].map((amount) => (amount === null ? '' : amountText(pace, amount)));
    if (after === null) return t.removed(was ?? '');
    return before === null ? t.set(is ?? '') : t.changed(was ?? '', is ?? '');
  };
  return (
    <>
      <h3 className={styles.history}>{t.history}</h3>
      <Timeline
        of={changes.data.items.map(({ before, after, by, at }) => ({
          ...{ id: `${at} ${after}`, at, title: titleOf(before, after), who: nameOf(by) ?? t.program },
        }))}
      />
    </>
  );
}
