/** What the rule needs to know of an event. */
export type SessionEvent = {
  readonly id: string;
  readonly visitor: string;
  readonly happenedAt: Temporal.Instant;
  /** What the event's own address says of a campaign; not what the session began with. */
  readonly source?: string;
  readonly medium?: string;
  readonly campaign?: string;
  readonly clickId?: string;
};

/** A visit. It belongs to the day it began, in the shop's zone, however long it lasts. */
export type Session<Event extends SessionEvent = SessionEvent> = {
  readonly visitor: string;
  readonly beganAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant;
  /** In the order of what happened; of one moment, by id. Never empty. */
  readonly events: readonly Event[];
};

export const IDLE_MINUTES = 30;

/**
 * The sessions of these events, by visitor and then by time. A session ends after 30 minutes without an event, or when an
 * event brings a campaign (source, medium, campaign or click id of its own) that is not the session's. A session whose first
 * event brought none has none: the first campaign after it begins another. Midnight ends nothing.
 *
 * The order in which the events come does not matter, and each is in exactly one session.
 *
 * @example
 * sessionsOf([at('09:00'), at('09:29'), at('10:00')]) // two: 09:00 and 09:29, then 10:00 after 31 minutes
 */
export function sessionsOf<Event extends SessionEvent>(events: readonly Event[]): Session<Event>[] {
  const byVisitor = Map.groupBy(events, ({ visitor }) => visitor);
  return [...byVisitor]
    .toSorted(([a], [b]) => inOrder(a, b))
    .flatMap(([visitor, own]) =>
      splitUp(own.toSorted(byTime)).map((part) => ({
        visitor,
        beganAt: part.first.happenedAt,
        endedAt: part.last.happenedAt,
        events: part.events,
      })),
    );
}

/**
 * The sessions of two parts of the events together: what comes late may join two sessions, or part one. The same as if all
 * had come at once.
 */
export function mergeSessions<Event extends SessionEvent>(
  some: readonly Session<Event>[],
  others: readonly Session<Event>[],
): Session<Event>[] {
  return sessionsOf([...some, ...others].flatMap(({ events }) => events));
}

/** Whether `next` begins another session than the one that `first` began and `last` is the latest of. */
export function beginsAnother(next: SessionEvent, first: SessionEvent, last: SessionEvent): boolean {
  const idleMs = next.happenedAt.epochMilliseconds - last.happenedAt.epochMilliseconds;
  if (idleMs > IDLE_MINUTES * 60_000) return true;
  const brought = campaignOf(next);
  return brought !== NONE && brought !== campaignOf(first);
}

type Part<Event> = { readonly first: Event; last: Event; readonly events: Event[] };

function splitUp<Event extends SessionEvent>(ordered: readonly Event[]): Part<Event>[] {
  const parts: Part<Event>[] = [];
  for (const event of ordered) {
    const open = parts.at(-1);
    if (open === undefined || beginsAnother(event, open.first, open.last)) {
      parts.push({ first: event, last: event, events: [event] });
    } else {
      open.events.push(event);
      open.last = event;
    }
  }
  return parts;
}

const NONE = JSON.stringify(['', '', '', '']);

function campaignOf({ source = '', medium = '', campaign = '', clickId = '' }: SessionEvent): string {
  return JSON.stringify([source, medium, campaign, clickId]);
}

function byTime(a: SessionEvent, b: SessionEvent): number {
  return Temporal.Instant.compare(a.happenedAt, b.happenedAt) || inOrder(a.id, b.id);
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
