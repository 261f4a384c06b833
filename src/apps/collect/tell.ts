import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import type { Sender } from '../../modules/collector/index.ts';
import type { Desk } from './answers.ts';
import { derivedId } from './derived-id.ts';

/** What happened. The same name and key is the same event. */
export type Told = {
  readonly name: string;
  readonly key: string;
  readonly params: Readonly<Record<string, unknown>>;
};

/** Takes in what a request to the shop led to. */
export type Tell = (request: FastifyRequest, event: Told) => void;

/** Takes in what somebody did in another way than by a page of the shop. */
export type TellOf = (sender: Sender, event: Told) => void;

export type Telling = {
  readonly tell: Tell;
  readonly tellOf: (log: FastifyBaseLogger) => TellOf;
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
  const bring = async (
    log: FastifyBaseLogger,
    whose: () => Sender | Promise<Sender>,
    { name, key, params }: Told,
  ) => {
    const id = derivedId(`${name}\n${key}`);
    const event = { id, name, happenedAt: desk.now(), params };
    try {
      const taken = await desk.take(await whose(), [event]);
      const [refused] = taken.ok ? taken.value.refused : [];
      if (!taken.ok) log.warn({ refusal: taken.refusal, name }, 'the statistics miss an event');
      else if (refused) log.error({ refused, name }, 'the shop tells what is no event');
    } catch (error) {
      log.warn({ err: error, name }, 'the statistics miss an event');
    }
  };
  const follow = (...what: Parameters<typeof bring>) => {
    const one = bring(...what).finally(() => underWay.delete(one));
    underWay.add(one);
  };
  return {
    tell: (request, event) => follow(request.log, () => desk.browser(request), event),
    tellOf: (log) => (sender, event) => follow(log, () => sender, event),
    settled: async () => {
      await Promise.all(underWay);
    },
  };
}
