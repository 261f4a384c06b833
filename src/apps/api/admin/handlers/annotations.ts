import { ok, refuse } from '../../../../kernel/index.ts';
import {
  type ChartNotes,
  readChartNotes,
  readNote,
  removeAnnotation,
  saveAnnotation,
} from '../../../../modules/analytics/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { transact } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { annotationEndpoints } from '../contract/annotations.ts';
import type { AdminDeps } from '../deps.ts';

type Note = ChartNotes['notes'][number];
type Happening = ChartNotes['happenings'][number];

const MOST_DAYS = 3_700;

export function annotationHandlers({
  db,
  reads,
  system: { analytics },
}: AdminDeps): Handlers<typeof annotationEndpoints> {
  return {
    listAnnotations: async ({ query: { from, to, market, language = 'en' } }) => {
      const days = from.until(to).days + 1;
      if (days < 1 || days > MOST_DAYS)
        return refuse('invalid_span', `a span has 1 to ${MOST_DAYS} days`, 'to');
      const asked = { from, to, market, language };
      const { notes, happenings, isStockKnown } = await readChartNotes({ db: reads, analytics }, asked);
      return ok({ notes: notes.map(noteAnswer), happenings: happenings.map(happeningAnswer), isStockKnown });
    },
    readAnnotation: async ({ params: { id } }) => {
      const note = await readNote(reads, id);
      return note.ok ? ok(noteAnswer(note.value)) : note;
    },
    createAnnotation: async ({ body: { market, ...body }, caller, now, tx }) => {
      const saved = await saveAnnotation(tx, { ...body, market, author: actorOf(caller), now });
      return saved.ok ? ok(noteAnswer(saved.value)) : saved;
    },
    changeAnnotation: async ({ params: { id }, body: { market, ...body }, caller, now }) => {
      const note = { id, ...body, market, author: actorOf(caller), now };
      const saved = await transact(db, (tx) => saveAnnotation(tx, note));
      return saved.ok ? ok(noteAnswer(saved.value)) : saved;
    },
    removeAnnotation: async ({ params: { id } }) => {
      const removed = await transact(db, (tx) => removeAnnotation(tx, id));
      return removed.ok ? ok({ isRemoved: true }) : removed;
    },
  };
}

function noteAnswer({ from, to, ...note }: Note) {
  return { ...note, from: from.toString(), to: to.toString() };
}

function happeningAnswer(one: Happening) {
  const days = { from: one.from.toString(), to: one.to.toString() };
  switch (one.kind) {
    case 'price':
      return { kind: one.kind, ...days, count: one.variants, up: one.up, down: one.down };
    case 'planned_price':
      return { kind: one.kind, ...days, count: one.variants };
    case 'promotion':
      return { kind: one.kind, ...days, name: one.name };
    case 'stock_out':
      return { kind: one.kind, ...days, name: one.title };
    case 'outage':
      return { kind: one.kind, ...days, count: one.minutes };
    case 'holiday':
      return { kind: one.kind, ...days, name: one.name, countries: [...one.countries] };
  }
}
