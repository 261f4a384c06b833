import { useRead } from '../../../../platform/cockpit/api/index.ts';
import type { Choice, Completion } from '../../language/complete.ts';
import { quotedText } from '../../language/tokens.ts';

const MOST = 60;

/** What can be written next; where a text is being written, values that are there. */
export function useOffered(completion: Completion | undefined): readonly Choice[] {
  const values = completion?.values;
  const { dimension = 'country', typed = '' } = values ?? {};
  const contains = typed.replaceAll("'", '');
  const read = useRead(
    'listExplorationValues',
    { query: { dimension, ...(contains === '' ? {} : { contains }) } },
    { about: [], isOff: values === undefined, isKept: true },
  );
  if (completion === undefined) return [];
  if (values === undefined) return completion.choices.slice(0, MOST);
  return (read.data?.items ?? []).map((value) => ({ text: quotedText(value), kind: 'text' }));
}
