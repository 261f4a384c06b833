import { SegmentedControl } from '@mantine/core';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress } from '../../../../platform/cockpit/state/index.ts';
import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import { analyticsWords, wordOf } from '../words.ts';
import { amountText, type Breakdown, type Explanation, type Segment, signedText } from './explanation.ts';
import type { SegmentName } from './sentences.ts';
import styles from './why.module.css';

/** The segments that a change is in, each with its part of it and how it came about. */
export function Segments({
  of: told,
  nameOf,
  onOpen,
}: {
  readonly of: Explanation;
  readonly nameOf: SegmentName;
  readonly onOpen: (dimension: string, segment: Segment) => void;
}) {
  const t = analyticsWords().why;
  const [query, change] = useAddress();
  const [first] = told.breakdowns;
  const shown = told.breakdowns.find(({ dimension }) => dimension === textIn(query, 'by')) ?? first;
  if (shown === undefined) return null;
  const choice = (
    <SegmentedControl
      size="xs"
      aria-label={t.by}
      value={shown.dimension}
      data={told.breakdowns.map(({ dimension }) => ({
        ...{ value: dimension, label: wordOf(t.dimensions, dimension) },
      }))}
      onChange={(by) => change({ by })}
    />
  );
  return (
    <Card title={t.segments} about={t.segmentsAbout} actions={choice} isFlush>
      <Table told={told} shown={shown} nameOf={nameOf} onOpen={onOpen} />
      <p className={styles.note}>{t.effects}</p>
    </Card>
  );
}

function Table({
  told,
  shown,
  nameOf,
  onOpen,
}: {
  readonly told: Explanation;
  readonly shown: Breakdown;
  readonly nameOf: SegmentName;
  readonly onOpen: (dimension: string, segment: Segment) => void;
}) {
  const t = analyticsWords().why;
  const { dimension, volume, segments } = shown;
  const most = Math.max(1e-9, ...segments.map(({ change }) => Math.abs(Number(change))));
  const heads = [t.before, t.now, t.change, t.share, t.volume[volume], t.mix, t.rate[volume]];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={styles.scroll} aria-label={wordOf(t.dimensions, dimension)} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{wordOf(t.dimensions, dimension)}</th>
            {heads.map((head) => (
              <th key={head} scope="col" data-align="end">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {segments.map((segment) => (
            <Row
              key={JSON.stringify(segment.of)}
              {...{ told, segment, most }}
              name={nameOf(dimension, segment.of)}
              onOpen={Object.keys(segment.of).length > 0 ? () => onOpen(dimension, segment) : undefined}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({
  told,
  segment,
  most,
  name,
  onOpen,
}: {
  readonly told: Explanation;
  readonly segment: Segment;
  readonly most: number;
  readonly name: string;
  readonly onOpen: (() => void) | undefined;
}) {
  const { of, currency } = told;
  const { before, after, change, volume, mix, rate } = segment;
  const share = Number(told.change) === 0 ? '–' : percentOf(Number(change) / Number(told.change), 0);
  return (
    <tr>
      <th scope="row">
        {onOpen ? (
          <button type="button" className={styles.open} onClick={onOpen}>
            {name}
          </button>
        ) : (
          name
        )}
      </th>
      <td data-align="end">{amountText(of, before, currency)}</td>
      <td data-align="end">{amountText(of, after, currency)}</td>
      <td data-align="end" className={styles.change}>
        {signedText(of, change, currency)}
        <Bar size={Number(change) / most} />
      </td>
      <td data-align="end">{share}</td>
      {[volume, mix, rate].map((part, index) => (
        <td key={index} data-align="end" className={styles.part}>
          {signedText(of, part, currency)}
        </td>
      ))}
    </tr>
  );
}

/** From the middle to the right what it gained, to the left what it lost; the number stands above it. */
function Bar({ size }: { readonly size: number }) {
  const width = `${Math.abs(size) * 50}%`;
  return (
    <span className={styles.bar} aria-hidden>
      <span data-tone={size < 0 ? 'bad' : 'good'} style={{ width, [size < 0 ? 'right' : 'left']: '50%' }} />
    </span>
  );
}
