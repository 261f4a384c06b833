import { textIn, useAddress } from '../../../../platform/cockpit/state/index.ts';
import { parseQuery } from '../../language/parse-query.ts';
import { printQuery } from '../../language/print-query.ts';
import type { Query } from '../../language/query.ts';

export type Explore = {
  /** As the address has it; empty: nothing is asked yet. */
  readonly text: string;
  /** What it says; `undefined` where it cannot be read. */
  readonly query: Query | undefined;
  /** Which kept exploration it was opened from. */
  readonly saved: string;
  readonly show: (query: Query) => void;
  readonly open: (text: string, saved?: string) => void;
};

/** The one state of the screen: the text in the address. The builder and the text field both change it. */
export function useExplore(): Explore {
  const [address, change] = useAddress();
  const text = textIn(address, 'q');
  const read = text === '' ? undefined : parseQuery(text);
  return {
    text,
    query: read?.ok ? read.value : undefined,
    saved: textIn(address, 'saved'),
    show: (query) => change({ q: printQuery(query) }, { isStep: true }),
    open: (q, saved) => change({ q, saved, show: undefined }, { isStep: true }),
  };
}
