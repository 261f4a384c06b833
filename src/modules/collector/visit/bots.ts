import { isbot } from 'isbot';

/** Why events are put aside as no shopper's. Each is counted by day, and can be taken back for seven days. */
export const SUSPICIONS = ['staff', 'user_agent', 'headless', 'prefetch', 'rate'] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

/** What a request says of who makes it. */
export type Maker = {
  readonly userAgent: string;
  /** `Sec-Purpose`, `Purpose` or `X-Moz`: browsers say so when nobody looks at the page yet. */
  readonly purpose?: string | undefined;
  /** `Sec-CH-UA`. */
  readonly brands?: string | undefined;
  readonly acceptLanguage?: string | undefined;
  /** `navigator.webdriver` (WebDriver, section 4), as the page's script saw it. */
  readonly isAutomated?: boolean | undefined;
  /** Somebody who is signed in to the cockpit. */
  readonly isStaff?: boolean | undefined;
  /** Events of this visitor in the last minute, these included. */
  readonly perMinute: number;
};

/** More than ten a second for a minute is nobody who reads; people behind one office's address come to less. */
export const MOST_PER_MINUTE = 600;

/**
 * Why this is no shopper, if it is none: the layers in their order, the surest first. What says that it is a browser and
 * behaves like one is believed.
 */
export function suspicionOf(maker: Maker): Suspicion | undefined {
  return LAYERS.find(([, suspects]) => suspects(maker))?.[0];
}

const LAYERS: readonly (readonly [Suspicion, (maker: Maker) => boolean])[] = [
  ['staff', ({ isStaff }) => isStaff === true],
  ['user_agent', ({ userAgent }) => userAgent.trim() === '' || isbot(userAgent)],
  ['headless', isHeadless],
  ['prefetch', ({ purpose = '' }) => /\b(?:prefetch|prerender|preview)\b/i.test(purpose)],
  ['rate', ({ perMinute }) => perMinute > MOST_PER_MINUTE],
];

/** Driven by a program. Every browser that a person looks at names the languages they read. */
function isHeadless({ userAgent, brands = '', acceptLanguage, isAutomated }: Maker): boolean {
  return isAutomated === true || /Headless/i.test(`${userAgent} ${brands}`) || !acceptLanguage;
}
