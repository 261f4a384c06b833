import type { FastifyRequest } from 'fastify';
import type { Sender } from '../../modules/collector/index.ts';
import type { Desk } from './answers.ts';
import { derivedId } from './derived-id.ts';

/** Takes in what a request to the shop led to. The same name and key is the same event. */
export type Tell = (
  request: FastifyRequest,
  event: {
    readonly name: string;
    readonly key: string;
    readonly params: Readonly<Record<string, unknown>>;
  },
) => void;

export type Telling = {
  readonly tell: Tell;
  /** When nothing that was told is under way any more. */
  readonly settled: () => Promise<void>;
};

/**
 * How pages of the shop tell without a script: nobody waits for the statistics, and what does not get there (too much at
 * once, a database that is away) is missing from them and said in the log. Orders are in the books all the same.
 */
export function openTelling(
  desk: Desk & { readonly browser: (request: FastifyRequest) => Promise<Sender> },
): Telling {
  const underWay = new Set<Promise<void>>();
  const bring = async (request: FastifyRequest, { name, key, params }: Parameters<Tell>[1]) => {
    const id = derivedId(`${name}\n${key}`);
    const event = { id, name, happenedAt: desk.now(), params };
    try {
      const taken = await desk.take(await desk.browser(request), [event]);
      const [refused] = taken.ok ? taken.value.refused : [];
      if (!taken.ok) request.log.warn({ refusal: taken.refusal, name }, 'the statistics miss an event');
      else if (refused) request.log.error({ refused, name }, 'the shop tells what is no event');
    } catch (error) {
      request.log.warn({ err: error, name }, 'the statistics miss an event');
    }
  };
  return {
    tell: (request, event) => {
      const one = bring(request, event).finally(() => underWay.delete(one));
      underWay.add(one);
    },
    settled: async () => {
      await Promise.all(underWay);
    },
  };
}
