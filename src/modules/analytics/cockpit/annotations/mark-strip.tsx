import { Popover } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { PLOT } from '../plot.ts';
import { daysText } from '../span/day-text.ts';
import { analyticsWords } from '../words.ts';
import styles from './annotations.module.css';
import { KindIcon } from './kind-icon.tsx';
import { type Mark, type Place, placesOf } from './mark.ts';
import { markText } from './mark-text.ts';
import type { Draft } from './note-form.tsx';

/** Marks are told apart when they are so far from each other. */
const APART_PX = 26;

type OnChange = ((draft: Draft) => void) | undefined;

/** What happened as small signs below the axis, with a line as long as it went on. */
export function MarkStrip(props: {
  readonly times: readonly string[];
  readonly marks: readonly Mark[];
  readonly isColumns: boolean;
  readonly onChange: OnChange;
}) {
  const { times, marks, isColumns, onChange } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  if (marks.length === 0) return null;
  const steps = Math.max(1, isColumns ? times.length : times.length - 1);
  const places = placesOf(times, marks, (APART_PX / Math.max(1, width)) * steps);
  const leftOf = (index: number) =>
    `${times.length < 2 ? 50 : ((index + (isColumns ? 0.5 : 0)) / steps) * 100}%`;
  return (
    <div ref={frame} className={styles.strip} style={{ marginLeft: PLOT.left, marginRight: PLOT.right }}>
      {places.map((place) => {
        const { index, reach } = place;
        const lasting = { left: leftOf(index), width: `${((reach - index) / steps) * 100}%` };
        return (
          <span key={index}>
            {reach > index && <span className={styles.lasting} style={lasting} aria-hidden />}
            <PlaceButton {...{ place, onChange }} left={leftOf(index)} />
          </span>
        );
      })}
    </div>
  );
}

function PlaceButton(props: { readonly place: Place; readonly left: string; readonly onChange: OnChange }) {
  const { place, left, onChange } = props;
  const { marks } = place;
  const t = analyticsWords().notes;
  const [first] = marks;
  if (first === undefined) return null;
  const label =
    marks.length === 1
      ? `${daysText(first)}: ${markText(first)}`
      : t.at(daysText(first), t.several(countOf(marks.length), marks.length));
  return (
    <Popover width={300} position="bottom" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <button {...{ type: 'button', className: styles.mark, style: { left }, 'aria-label': label }}>
          <KindIcon kind={first.kind} />
          {marks.length > 1 && <span className={styles.more}>{marks.length}</span>}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={styles.list}>
          {marks.map((mark) => (
            <Line key={mark.key} {...{ mark, onChange }} />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function Line({ mark, onChange }: { readonly mark: Mark; readonly onChange: OnChange }) {
  const t = analyticsWords().notes;
  const { of } = mark;
  const text = markText(mark);
  return (
    <li>
      <KindIcon kind={mark.kind} size={14} />
      <div>
        <span>{text}</span>
        <span className={styles.quiet}>{daysText(mark)}</span>
        {'text' in of && onChange !== undefined && (
          <button
            {...{ type: 'button', className: styles.change, 'aria-label': t.changeOf(text) }}
            onClick={() =>
              onChange({ id: of.id, from: of.from, to: of.to, text: of.text, market: of.market ?? '' })
            }
          >
            {t.change}
          </button>
        )}
      </div>
    </li>
  );
}

function useWidth(frame: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(800);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  });
  return width;
}
