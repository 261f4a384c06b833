import type { Tx } from '../database/index.ts';
import type { Events, Topic } from './events.ts';

/** An event as a reaction gets it. `id` grows in the order of telling. */
export type Told<Name extends Topic> = {
  readonly id: bigint;
  readonly topic: Name;
  readonly payload: Events[Name];
  readonly toldAt: Temporal.Instant;
};

/**
 * What a module does when something happened elsewhere. It runs in a transaction of its own that also
 * remembers that it has run, so its writes and what it tells happen once however often the event is
 * delivered. Throw to have it tried again later; events told after it do not wait for it.
 *
 * @example
 * export const reactions: readonly Reaction[] = [
 *   { name: 'search.project', topic: 'catalog.products_changed', run: async (tx, { payload }) => { … } },
 * ];
 */
export type Reaction = {
  [Name in Topic]: {
    /** `module.what`: unique, and never renamed, because it is kept beside the events it has seen. */
    readonly name: string;
    readonly topic: Name;
    readonly run: (tx: Tx, event: Told<Name>) => Promise<void>;
    /**
     * Makes one payload of several, where reacting once to all is the same as reacting to each in turn. Events that
     * wait together are then one run: a thousand small edits cost little more than one large.
     */
    readonly merge?: (payloads: readonly Events[Name][]) => Events[Name];
  };
}[Topic];

/** The same reaction to each of several topics: `NAME.TOPIC`, each with a queue of its own. */
export function reactToEach<Name extends Topic>(
  name: string,
  topics: readonly Name[],
  run: (tx: Tx, event: Told<Name>) => Promise<void>,
): readonly Reaction[] {
  // A reaction gets events of its own topic only, which are among those that `run` takes; the union cannot say so.
  return topics.map((topic) => ({ name: `${name}.${topic}`, topic, run }) as unknown as Reaction);
}
