import {
  type OrderLineId,
  RETURN_REASONS,
  type ReturnedPieces,
  type ReturnRefusal,
} from '../../../../modules/orders/index.ts';
import { type MessageKey, message } from '../../messages/index.ts';
import type { FormFields } from '../../personal/form-fields.ts';
import type { Site } from '../../site.ts';
import type { Returnable } from './returnable-lines.ts';

export const NOTE_LIMIT = 1_000;
export type Problems = ReadonlyMap<string, string>;

/** Ids and names of a line's fields. */
export function fieldsOf(lineId: OrderLineId): { readonly quantity: string; readonly reason: string } {
  return { quantity: `quantity_${lineId}`, reason: `reason_${lineId}` };
}

/** The pieces that a form names, or what is wrong with it, by field. Lines that were left at none are no part of it. */
export function chosenPieces(
  form: FormFields,
  offered: readonly Returnable[],
  site: Site,
): { readonly lines: readonly ReturnedPieces[]; readonly problems: Problems } {
  const lines: ReturnedPieces[] = [];
  const problems = new Map<string, string>();
  const say = (field: string, key: MessageKey) => problems.set(field, message(site.locale, key));
  const note = (form['note'] ?? '').trim();
  if (note.length > NOTE_LIMIT) say('note', 'return.note_too_long');
  for (const { line, left } of offered) {
    const names = fieldsOf(line.id);
    const typed = (form[names.quantity] ?? '').trim();
    const quantity = typed === '' ? 0 : Number(typed);
    if (quantity === 0) continue;
    if (!Number.isInteger(quantity) || quantity < 0 || quantity > left) {
      const text = message(site.locale, 'return.too_many', { count: left, title: line.title });
      problems.set(names.quantity, text);
    }
    const reason = RETURN_REASONS.find((each) => each === form[names.reason]);
    if (reason === undefined) {
      problems.set(names.reason, message(site.locale, 'return.no_reason', { title: line.title }));
    } else lines.push({ lineId: line.id, quantity, reason, note });
  }
  const [first] = offered;
  if (first && lines.length === 0 && problems.size === 0) {
    say(fieldsOf(first.line.id).quantity, 'return.nothing_chosen');
  }
  return { lines, problems };
}

/** A refusal of the order itself, at the field that it is about: somebody else was faster. */
export function refusalProblem(
  refusal: ReturnRefusal,
  lines: readonly ReturnedPieces[],
  { locale }: Site,
): Problems {
  const [, index = ''] = /^lines\[(\d+)\]/.exec(refusal.field ?? '') ?? [];
  const line = index === '' ? undefined : lines[Number(index)];
  const key = refusal.code === 'more_than_handed_over' ? 'return.gone' : 'problem.try_again';
  return new Map([[line ? fieldsOf(line.lineId).quantity : 'return', message(locale, key)]]);
}
