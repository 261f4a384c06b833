import { useRead } from '../../../../../platform/cockpit/api/index.ts';
import { useMay } from '../../../../../platform/cockpit/state/index.ts';
import { countOf, countryName, languageName, percentOf } from '../../../../../platform/cockpit/text/index.ts';
import { type Row, sizeOf } from '../../report.ts';
import { analyticsWords, wordOf } from '../../words.ts';
import { NumberTable } from '../number-table.tsx';
import { ShareText } from '../share-text.tsx';
import { stepName } from './step-name.ts';
import type { Segment } from './steps.ts';

type Line = { readonly segment: string; readonly reached: readonly number[] };

/** How far visits of each segment get, of those that took the first step. */
export function SegmentTable(props: {
  readonly steps: readonly string[];
  readonly rows: readonly Row[];
  readonly segment: Segment;
}) {
  const { steps, rows, segment } = props;
  const t = analyticsWords();
  const nameOf = useSegmentNames(segment);
  const lines = linesOf(rows, steps.length);
  return (
    <NumberTable
      {...{ label: t.behaviour.compared, first: t.behaviour.segments[segment], rows: lines }}
      keyOf={(line) => line.segment}
      nameOf={(line) => nameOf(line.segment)}
      sizeOf={({ reached: [first = 0] }) => first}
      columns={[
        { title: stepName(steps[0] ?? ''), of: ({ reached: [first = 0] }) => countOf(first) },
        ...steps.slice(1, -1).map((step, index) => ({
          title: stepName(step),
          of: ({ reached }: Line) => partOf(reached[index + 1], reached[0]),
        })),
        {
          title: stepName(steps.at(-1) ?? ''),
          of: ({ reached }: Line) => <ShareText part={reached.at(-1)} whole={reached[0]} />,
        },
      ]}
    />
  );
}

function partOf(part = 0, whole = 0): string {
  return whole === 0 ? '–' : percentOf(part / whole);
}

/** Segments with how many took each step, the largest first; the rest comes last. */
export function linesOf(rows: readonly Row[], count: number): readonly Line[] {
  const bySegment = Map.groupBy(rows, ({ of }) => of['segment'] ?? '');
  const lines = [...bySegment].map(([segment, own]) => ({
    segment,
    reached: Array.from({ length: count }, (_, index) => {
      return sizeOf(own.find(({ of }) => of['step'] === String(index + 1))?.values['reached']);
    }),
  }));
  const rank = ({ segment, reached: [first = 0] }: Line) => (segment === 'other' ? -1 : first);
  return lines.toSorted((a, b) => rank(b) - rank(a));
}

function useSegmentNames(segment: Segment): (value: string) => string {
  const t = analyticsWords();
  const isAsked = useMay()('settings:read') && segment === 'market';
  const { data } = useRead(
    'listMarkets',
    { query: { limit: '100' } },
    { about: ['markets'], isOff: !isAsked },
  );
  return (value) => {
    if (value === '') return t.unknown;
    if (value === 'other') return t.values.other;
    if (segment === 'country') return countryName(value);
    if (segment === 'locale') return languageName(value);
    if (segment === 'market') return data?.items.find(({ code }) => code === value)?.name ?? value;
    return wordOf(t.values, value);
  };
}
