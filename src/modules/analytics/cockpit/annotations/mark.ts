import type { Told } from '../../../../platform/cockpit/api/index.ts';

export type Notes = Told<'listAnnotations'>;
export type Note = Notes['notes'][number];
export type Happening = Notes['happenings'][number];

export const KINDS = ['note', 'price', 'promotion', 'stock_out', 'outage', 'holiday'] as const;
export type Kind = (typeof KINDS)[number];

/** Something that happened, as it stands below a chart. */
export type Mark = {
  readonly key: string;
  readonly kind: Kind;
  readonly from: string;
  readonly to: string;
  readonly of: Note | Happening;
};

/** Marks that begin at one place of the axis, the weightiest first; `reach` is where the longest ends. */
export type Place = { readonly index: number; readonly reach: number; readonly marks: readonly Mark[] };

export function marksOf({ notes, happenings }: Notes): readonly Mark[] {
  return [
    ...notes.map((of): Mark => ({ key: of.id, kind: 'note', from: of.from, to: of.to, of })),
    ...happenings.map((of, index): Mark => {
      const kind = of.kind === 'planned_price' ? 'price' : of.kind;
      return { key: `${of.kind} ${index}`, kind, from: of.from, to: of.to, of };
    }),
  ];
}

/**
 * Where marks stand on an axis of times (`2026-11-27` or `2026-11-27T15:00`, each the beginning of its bucket). What began
 * before the axis stands at its beginning. Places that would lie closer than `apart` buckets are one.
 */
export function placesOf(times: readonly string[], marks: readonly Mark[], apart: number): readonly Place[] {
  const [first] = times;
  if (first === undefined) return [];
  const indexOf = (day: string) =>
    Math.max(
      0,
      times.findLastIndex((time) => time.slice(0, 10) <= day),
    );
  const firstOf = (day: string) => {
    const at = times.findIndex((time) => time.slice(0, 10) === day);
    return at === -1 ? indexOf(day) : at;
  };
  const placed = marks
    .map((mark) => ({ mark, index: firstOf(mark.from), reach: indexOf(mark.to) }))
    .toSorted((a, b) => a.index - b.index || KINDS.indexOf(a.mark.kind) - KINDS.indexOf(b.mark.kind));
  const places: { index: number; reach: number; marks: Mark[] }[] = [];
  for (const { mark, index, reach } of placed) {
    const last = places.at(-1);
    if (last === undefined || index - last.index >= apart) places.push({ index, reach, marks: [mark] });
    else {
      last.marks.push(mark);
      last.reach = Math.max(last.reach, reach);
    }
  }
  const weight = ({ kind }: Mark) => KINDS.indexOf(kind);
  return places.map((place) => ({ ...place, marks: place.marks.toSorted((a, b) => weight(a) - weight(b)) }));
}
