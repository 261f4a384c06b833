import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { countOf, writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { daysText } from '../span/day-text.ts';
import type { Days } from '../span/days.ts';
import { useAsked } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import styles from './annotations.module.css';
import { ChartClick } from './chart-click.tsx';
import { KindIcon } from './kind-icon.tsx';
import { KINDS, type Mark, marksOf } from './mark.ts';
import { MarkStrip } from './mark-strip.tsx';
import { markText } from './mark-text.ts';
import { type Draft, NoteForm } from './note-form.tsx';
import { useShownKinds } from './shown-kinds.ts';

/** A chart over time with what happened below its axis; whoever may write notes puts one where they click. */
export function ChartMarks(props: {
  readonly span: Days;
  /** The beginnings of the axis' buckets. */
  readonly times: readonly string[];
  /** Buckets are columns: what happened stands in their middle. */
  readonly isColumns?: boolean;
  readonly children: ReactNode;
}) {
  const { span, times, isColumns = false, children } = props;
  const t = analyticsWords().notes;
  const [{ market }] = useAsked();
  const mayWrite = useMay()('reports:write');
  const [draft, setDraft] = useState<Draft>();
  const query = { ...span, language: writtenIn().language, ...(market === '' ? {} : { market }) };
  const { data } = useRead('listAnnotations', { query }, { about: ['annotations', 'pricing'], isKept: true });
  const { isShown, toggle } = useShownKinds();
  const all = data === undefined ? [] : marksOf(data);
  const marks = all.filter(({ kind }) => isShown(kind));
  const write = (day: string) => setDraft({ from: day, to: day, text: '', market });
  return (
    <div>
      <ChartClick {...{ times, isColumns }} onDay={mayWrite ? write : undefined}>
        {children}
      </ChartClick>
      <MarkStrip {...{ times, marks, isColumns }} onChange={mayWrite ? setDraft : undefined} />
      <MarkList marks={marks} />
      <div className={styles.legend}>
        {KINDS.map((kind) => {
          const count = all.filter((mark) => mark.kind === kind).length;
          return count === 0 ? null : (
            <button
              {...{ key: kind, type: 'button', className: styles.chip, 'aria-pressed': isShown(kind) }}
              onClick={() => toggle(kind)}
            >
              <KindIcon kind={kind} /> {t.kinds[kind]} <span>{countOf(count)}</span>
            </button>
          );
        })}
        {mayWrite && (
          <Button
            {...{ size: 'compact-xs', variant: 'subtle', color: 'gray', leftSection: <Plus size={12} /> }}
            onClick={() => write(span.to)}
          >
            {t.add}
          </Button>
        )}
        {data?.isStockKnown === false && <span className={styles.quiet}>{t.stockNotKnown}</span>}
      </div>
      {draft && <NoteForm draft={draft} onClose={() => setDraft(undefined)} />}
    </div>
  );
}

/** The same for whoever hears the screen. */
function MarkList({ marks }: { readonly marks: readonly Mark[] }) {
  if (marks.length === 0) return null;
  return (
    <ul className={styles.unseen} aria-label={analyticsWords().notes.title}>
      {marks.map((mark) => (
        <li key={mark.key}>
          {daysText(mark)}: {markText(mark)}
        </li>
      ))}
    </ul>
  );
}
