import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { type Asking, type Operation, useWrite } from '../api/index.ts';
import { words } from '../messages/words.ts';
import { showWork } from '../state/work-shown.ts';

/** Operations that put the export of a list in line, with the list's own filters. */
export type ListExport = {
  [Name in Operation]: Name extends `begin${string}Export`
    ? Asking<Name> extends { readonly query?: infer Query }
      ? { readonly operation: Name; readonly query: Query }
      : never
    : never;
}[Operation];

/**
 * Exports the list as it is filtered, whole, as long work: the drawer opens, and has the file when it is there.
 *
 * @example
 * <ExportButton operation="beginOrderExport" query={filter} title={t.title} />
 */
export function ExportButton({
  operation,
  query,
  title,
}: ListExport & {
  /** What the list is called. */
  readonly title: string;
}) {
  const begin = useWrite(operation, { about: ['work'], onDone: showWork });
  const t = words();
  const sent = { query, body: { title: `${t.exportFile}: ${title}` } };
  return (
    <Button
      {...{ size: 'xs', variant: 'default', leftSection: <Download size={14} aria-hidden /> }}
      loading={begin.isPending}
      onClick={() => begin.mutate(sent as never)}
    >
      {t.exportFile}
    </Button>
  );
}
