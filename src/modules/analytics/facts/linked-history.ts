import { hash } from 'node:crypto';
import type { Db } from '../../../platform/database/index.ts';
import { findByEmailDigest, readCustomersChanged } from '../../customers/index.ts';
import {
  BETWEEN_CELLS,
  type HistoryTexts,
  readCustomerDigests,
  readHistoryRevision,
  readHistoryState,
  readHistoryTexts,
  TEXT_CELLS,
} from '../../history/index.ts';

/** What no customer of a file begins with: addresses are kept as digests alone. */
export const LINKED = '@';
const CUSTOMER = TEXT_CELLS.indexOf('customer');
/** Of a revision the part that says who is linked to whom. */
const DIGITS = 10;

/**
 * Orders from elsewhere, those of a customer of this shop as theirs: found by the digest of the address, compared anew when
 * a customer or an import came, changed or went. Another link, or one less (somebody was erased), is another revision: who
 * reads takes everything anew.
 */
export function linkedHistory(db: Db) {
  let links: ReadonlyMap<string, string> = new Map();
  let seen = '';
  const look = async () => {
    const state = `${await readHistoryState(db)} ${await readCustomersChanged(db)}`;
    if (state === seen) return;
    const digests = await readCustomerDigests(db);
    links = digests.length === 0 ? new Map() : await findByEmailDigest(db, digests);
    seen = state;
  };
  return {
    revision: async (): Promise<bigint> => {
      await look();
      return ((await readHistoryRevision(db)) << BigInt(DIGITS * 4)) + numberOf(links);
    },
    texts: (after: bigint): AsyncIterable<HistoryTexts> => linked(readHistoryTexts(db, { after }), links),
  };
}

async function* linked(
  pages: AsyncIterable<HistoryTexts>,
  links: ReadonlyMap<string, string>,
): AsyncIterable<HistoryTexts> {
  for await (const page of pages) {
    yield links.size === 0 ? page : { ...page, texts: page.texts.map((text) => withLink(text, links)) };
  }
}

function withLink(text: string, links: ReadonlyMap<string, string>): string {
  const cells = text.split(BETWEEN_CELLS);
  const customerId = links.get(cells[CUSTOMER] ?? '');
  return customerId === undefined ? text : cells.with(CUSTOMER, `${LINKED}${customerId}`).join(BETWEEN_CELLS);
}

/** 0 where nobody is linked. */
function numberOf(links: ReadonlyMap<string, string>): bigint {
  if (links.size === 0) return 0n;
  const text = [...links].map(([digest, id]) => `${digest} ${id}`).toSorted();
  return BigInt(`0x${hash('sha256', text.join('\n'), 'hex').slice(0, DIGITS)}`);
}
