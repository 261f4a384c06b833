import { useRemembered } from '../../../../platform/cockpit/state/index.ts';
import type { Kind } from './mark.ts';

const CHOICES = ['shown', 'hidden'] as const;

/** Which kinds somebody wants to see below charts: this device remembers it. */
export function useShownKinds(): {
  readonly isShown: (kind: Kind) => boolean;
  readonly toggle: (kind: Kind) => void;
} {
  const chosen = {
    note: useRemembered('chart notes', CHOICES, 'shown'),
    price: useRemembered('chart prices', CHOICES, 'shown'),
    promotion: useRemembered('chart promotions', CHOICES, 'shown'),
    stock_out: useRemembered('chart stock-outs', CHOICES, 'shown'),
    outage: useRemembered('chart outages', CHOICES, 'shown'),
    holiday: useRemembered('chart holidays', CHOICES, 'shown'),
  };
  const isShown = (kind: Kind) => chosen[kind][0] === 'shown';
  return { isShown, toggle: (kind) => chosen[kind][1](isShown(kind) ? 'hidden' : 'shown') };
}
