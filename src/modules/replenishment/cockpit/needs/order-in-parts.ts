import { ApiProblem } from '../../../../platform/cockpit/api/index.ts';

/** As many lines as the API takes at once. */
const AT_ONCE = 500;
/** How often a part is sent whose answer got lost. */
const TRIES = 3;

/** A line that is to be ordered. */
export type ChosenLine = { readonly variantId: string; readonly quantity: number; readonly onOrder: number };
type Order = { readonly id: string; readonly number: string; readonly supplier: string };

/** What came of ordering many lines, which goes in parts. */
export type PartsOrdered = {
  readonly orders: readonly Order[];
  /** The variants that are on orders now. */
  readonly ordered: readonly string[];
  /** Why the rest is not; parts after it were not sent. */
  readonly problem: ApiProblem | undefined;
};

/** The keys of parts that were sent and not answered: the same lines are sent again with the same key. */
export type PartKeys = Map<string, string>;

/**
 * Orders lines part after part. A part is sent again with its key where its answer got lost, so that it is ordered once; one
 * that is refused ends it, and what was ordered before stays.
 *
 * @throws what is no answer of the API
 */
export async function orderInParts(
  lines: readonly ChosenLine[],
  how: {
    readonly send: (
      lines: readonly ChosenLine[],
      key: string,
    ) => Promise<{ readonly orders: readonly Order[] }>;
    readonly keys: PartKeys;
    readonly newKey: () => string;
    readonly onProgress: (ordered: number) => void;
  },
): Promise<PartsOrdered> {
  const orders = new Map<string, Order>();
  const ordered: string[] = [];
  for (const part of partsOf(lines)) {
    const name = JSON.stringify(part);
    const key = how.keys.get(name) ?? how.newKey();
    how.keys.set(name, key);
    const answer = await sent(() => how.send(part, key));
    if (answer instanceof ApiProblem) {
      // Refused it is not ordered, and may be asked for anew; else nobody knows.
      if (!answer.isPassing) how.keys.delete(name);
      return { orders: [...orders.values()], ordered, problem: answer };
    }
    how.keys.delete(name);
    for (const order of answer.orders) orders.set(order.id, order);
    ordered.push(...part.map(({ variantId }) => variantId));
    how.onProgress(ordered.length);
  }
  return { orders: [...orders.values()], ordered, problem: undefined };
}

function partsOf(lines: readonly ChosenLine[]): ChosenLine[][] {
  const count = Math.ceil(lines.length / AT_ONCE);
  return Array.from({ length: count }, (_, part) => lines.slice(part * AT_ONCE, (part + 1) * AT_ONCE));
}

async function sent<Answer>(send: () => Promise<Answer>): Promise<Answer | ApiProblem> {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (left === 0 || !error.isPassing) return error;
    }
  }
}
