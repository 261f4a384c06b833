import { textIn } from '../../../../../platform/cockpit/state/index.ts';

/** A funnel in the address: `steps=view_item|/cart|purchase`, `open`, `within` in minutes, `segment`. */
export type Funnel = {
  readonly steps: readonly string[];
  readonly isOpen: boolean;
  readonly within: number | undefined;
  readonly segment: Segment | undefined;
};

export const SEGMENTS = ['device', 'channel', 'country', 'market', 'locale', 'mode'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** As the report has them when nobody chose any. */
export const SHOP_STEPS: readonly string[] = [
  ...['page_view', 'view_item', 'add_to_cart', 'begin_checkout', 'purchase'],
];
export const MOST_STEPS = 8;
export const WITHINS = [60, 1440, 10_080, 43_200] as const;

const STEP = /^(?:[A-Za-z][A-Za-z0-9_]{0,39}|\/[^|]{0,299})$/;

/** What the address asks for; what is none falls back to the shop's own steps. */
export function funnelIn(query: Readonly<Record<string, unknown>>): Funnel {
  const text = textIn(query, 'steps');
  const steps = text.split('|').filter((step) => STEP.test(step));
  const within = Number(textIn(query, 'within'));
  return {
    steps: steps.length >= 2 && steps.length <= MOST_STEPS ? steps : SHOP_STEPS,
    isOpen: textIn(query, 'open') === 'true',
    within: WITHINS.find((minutes) => minutes === within),
    segment: SEGMENTS.find((one) => one === textIn(query, 'segment')),
  };
}

/** The steps as the address has them; the shop's own leave it. */
export function stepsText(steps: readonly string[]): string | undefined {
  const text = steps.join('|');
  return text === SHOP_STEPS.join('|') ? undefined : text;
}

export function isPage(step: string): boolean {
  return step.startsWith('/');
}

/** A path as somebody types it: with a slash before it, and nothing that an address cannot hold. */
export function pathOf(typed: string): string {
  const text = typed.trim().replaceAll('|', '').slice(0, 299);
  return text.startsWith('/') ? text : `/${text}`;
}
