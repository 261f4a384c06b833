/** What visits are told apart by in a funnel. */
export const SEGMENTS = ['device', 'channel', 'country', 'market', 'locale', 'mode'] as const;
export type FunnelSegment = (typeof SEGMENTS)[number];

/** A funnel as somebody wants it. */
export type FunnelChoice = {
  /** 2 to 8, in their order: the name of an event (`add_to_cart`), or the path of a page, `*` for anything (`/sale/*`). */
  readonly steps: readonly string[];
  /** Whoever comes in at a later step counts from there on. */
  readonly isOpen?: boolean;
  /** From the first step to the last, in whatever visits of the visitor; absent: in one visit. */
  readonly withinMinutes?: number;
  readonly segment?: FunnelSegment;
};

/** Paths from a page on, or to it. */
export type PathChoice = {
  /** As a step of a funnel; absent: the page with which visits begin, or end. */
  readonly page?: string;
  readonly isTo?: boolean;
};

export const MOST_STEPS = 8;
export const MOST_MINUTES = 90 * 24 * 60;
/** The name of an event, or a path with `*`. */
export const STEP = /^(?:[A-Za-z][A-Za-z0-9_]{0,39}|\/[^\0]{0,299})$/;

export const SHOP_STEPS: readonly string[] = [
  ...['page_view', 'view_item', 'add_to_cart', 'begin_checkout', 'purchase'],
];

/** @throws RangeError for what the API lets nobody ask */
export function checkFunnel(choice: FunnelChoice): FunnelChoice {
  const { steps, withinMinutes = 1 } = choice;
  const isGood = steps.length >= 2 && steps.length <= MOST_STEPS && steps.every((step) => STEP.test(step));
  if (!isGood) throw new RangeError(`${steps.join(', ')} are no steps of a funnel`);
  if (!Number.isInteger(withinMinutes) || withinMinutes < 1 || withinMinutes > MOST_MINUTES)
    throw new RangeError(`${withinMinutes} minutes are no time for a funnel`);
  return choice;
}
