import { z } from 'zod';
import { parseId } from '../../kernel/index.ts';
import type { WorkId } from './work.ts';

/** In payloads. */
export const workId = z.string().transform((text, context): WorkId => {
  const id = parseId<'work'>(text);
  if (id !== undefined) return id;
  context.addIssue('no id of work');
  return z.NEVER;
});
