import { z } from 'zod';
import { parseId } from '../../../kernel/index.ts';
import type { ImportRunId } from './import-run.ts';

export type ImportPayload = { readonly runId: ImportRunId };

const payload = z.object({
  runId: z.string().transform((text, context): ImportRunId => {
    const id = parseId<'import_run'>(text);
    if (id !== undefined) return id;
    context.addIssue('no id of an import');
    return z.NEVER;
  }),
});

/** The work that an import of an uploaded file is. */
export const IMPORT_FILE = {
  name: 'exchange.import_file',
  parse: (given: unknown): ImportPayload => payload.parse(given),
} as const;
