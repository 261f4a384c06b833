import type { FastifyBaseLogger } from 'fastify';
import type { Heard, Listener } from '../broadcast/index.ts';
import type { AnyEvent } from '../outbox/index.ts';

/** What a change does to what this process keeps in memory; an app adds what it keeps by other names than tags. */
export type Effect = {
  /** What shows one of these ends. */
  readonly tags: readonly string[];
  /** What everything is made of is another: it is read again and nothing kept stays. */
  readonly isEverything: boolean;
  /** Right only when this process has caught up with something else that follows the same change, such as an index. */
  readonly isAfterCatchUp: boolean;
};

/** What this process does about changes. Each is done before the next is looked at. */
export type Keeper<Kept extends Effect = Effect> = {
  readonly topics: ReadonlySet<string>;
  readonly effectOf: (event: AnyEvent) => Kept;
  readonly readEvents: (ids: readonly bigint[]) => Promise<readonly AnyEvent[]>;
  readonly catchUp: () => Promise<void>;
  readonly forget: (effects: readonly Kept[]) => void;
  readonly reload: () => Promise<void>;
  readonly forgetAll: () => void;
  readonly log: FastifyBaseLogger;
};

const MOST_AT_ONCE = 200;
const RETRY_MS = 1_000;

/**
 * Keeps what this process remembers right, within a moment of each commit: events that come while one batch is worked
 * on are the next batch. When they cannot be read or are too many, everything is forgotten, which is always right.
 */
export function followChanges<Kept extends Effect>(keeper: Keeper<Kept>): Listener {
  let heard: bigint[] = [];
  let isGap = false;
  let isRunning = false;
  const run = async () => {
    while (heard.length > 0 || isGap) {
      const [ids, isAll] = [heard, isGap];
      [heard, isGap] = [[], false];
      await (isAll || ids.length > MOST_AT_ONCE ? startAnew(keeper) : follow(keeper, ids));
    }
    isRunning = false;
  };
  const wake = () => {
    if (isRunning) return;
    isRunning = true;
    void run();
  };
  return {
    onEvent: ({ topic, id }: Heard) => {
      if (!keeper.topics.has(topic)) return;
      heard.push(id);
      wake();
    },
    onGap: () => {
      isGap = true;
      wake();
    },
  };
}

async function follow<Kept extends Effect>(keeper: Keeper<Kept>, ids: readonly bigint[]): Promise<void> {
  try {
    const events = await keeper.readEvents(ids);
    if (events.length < ids.length) throw new Error(`${ids.length - events.length} events are gone`);
    const effects = events.map(keeper.effectOf);
    const now = effects.filter(({ isAfterCatchUp }) => !isAfterCatchUp);
    if (now.some(({ tags }) => tags.length > 0)) keeper.forget(now);
    // Not waited for: what is right at once must not wait for what is right later.
    const later = effects.filter(({ isAfterCatchUp }) => isAfterCatchUp);
    if (later.length > 0) void forgetWhenCaughtUp(keeper, later);
    if (effects.some(({ isEverything }) => isEverything)) await startAnew(keeper);
  } catch (error) {
    keeper.log.error({ err: error }, 'could not follow changes; everything kept is made anew');
    await startAnew(keeper);
  }
}

async function forgetWhenCaughtUp<Kept extends Effect>(
  keeper: Keeper<Kept>,
  effects: readonly Kept[],
): Promise<void> {
  try {
    await keeper.catchUp();
  } catch (error) {
    keeper.log.error({ err: error }, 'could not catch up; what lists things is made from what there is');
  }
  keeper.forget(effects);
}

/** Reads what everything is made of again; tries until it works, since what is wrong must not stay. */
async function startAnew<Kept extends Effect>(keeper: Keeper<Kept>): Promise<void> {
  for (;;) {
    // Forgotten before and after: what is made in between may still show things as they were.
    keeper.forgetAll();
    try {
      await keeper.reload();
      keeper.forgetAll();
      return;
    } catch (error) {
      keeper.log.error({ err: error }, 'could not read anew what is kept; trying in a second');
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
    }
  }
}
