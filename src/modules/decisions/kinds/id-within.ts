import { z } from 'zod';
import { type Id, parseId } from '../../../kernel/index.ts';

/** An id within a proposal, which only kinds write. */
export function idWithin<Name extends string>() {
  return z.string().transform((text, context): Id<Name> => {
    const id = parseId<Name>(text);
    if (id !== undefined) return id;
    context.addIssue('no id');
    return z.NEVER;
  });
}
