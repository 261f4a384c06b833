import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { readMarkets } from '../../markets/index.ts';
import type { Annotation, AnnotationId, AnnotationRefusal } from './annotation.ts';
import { deleteAnnotation, insertAnnotation, readAnnotation, updateAnnotation } from './store.ts';

const MOST_DAYS = 1_000;
const LONGEST_TEXT = 500;

/**
 * Puts a note on charts, or changes one.
 *
 * @param input.id the note that is changed; a new one without it
 */
export async function saveAnnotation(
  tx: Tx,
  input: Omit<Annotation, 'id'> & { readonly id?: AnnotationId; readonly now: Temporal.Instant },
): Promise<Result<Annotation, AnnotationRefusal>> {
  const { id, from, to, market, author, now } = input;
  const text = input.text.trim();
  if (text === '' || text.length > LONGEST_TEXT)
    return refuse('invalid_text', `a note has 1 to ${LONGEST_TEXT} characters`, 'text');
  const days = from.until(to).days + 1;
  if (days < 1 || days > MOST_DAYS) return refuse('invalid_span', `a note has 1 to ${MOST_DAYS} days`, 'to');
  if (market !== undefined && !(await readMarkets(tx)).some(({ code }) => code === market))
    return refuse('unknown_market', `there is no market "${market}"`, 'market');
  const note = { id: id ?? newId<'annotation'>(), from, to, market, text, author };
  if (id === undefined) {
    await insertAnnotation(tx, note, now);
    return ok(note);
  }
  const changed = await updateAnnotation(tx, note, now);
  return changed === undefined ? NOT_FOUND : ok(changed);
}

export async function readNote(db: Db, id: AnnotationId): Promise<Result<Annotation, Refusal<'not_found'>>> {
  const note = await readAnnotation(db, id);
  return note === undefined ? NOT_FOUND : ok(note);
}

export async function removeAnnotation(
  tx: Tx,
  id: AnnotationId,
): Promise<Result<void, Refusal<'not_found'>>> {
  return (await deleteAnnotation(tx, id)) ? ok(undefined) : NOT_FOUND;
}

const NOT_FOUND = refuse('not_found', 'there is no such note', 'id');
