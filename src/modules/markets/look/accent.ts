import type { TemplateName } from '../market.ts';
import { contrast, type Hex, mixed } from './contrast.ts';

/** WCAG 2.2, 1.4.3: of letters. */
export const READABLE = 4.5;

export type DrawnAccent = {
  readonly colour: Hex;
  /** Of letters and signs on it. */
  readonly on: Hex;
  /** The least contrast with the grounds that it stands on. */
  readonly ratio: number;
  /** It is not the colour that was wished for, which could not be read. */
  readonly isAdjusted: boolean;
};

type Grounds = { readonly grounds: readonly Hex[]; readonly on: Hex };

/** What each template's letters and signs in the accent's colour stand on, and what stands on it: its style sheets' tokens. */
export const GROUNDS: Readonly<Record<TemplateName, { readonly light: Grounds; readonly dark: Grounds }>> = {
  atelier: {
    light: { grounds: ['#f6f1e7', '#fbf8f1', '#ebe3d4'], on: '#fff8ef' },
    dark: { grounds: ['#181512', '#211d19', '#2b2520'], on: '#181512' },
  },
  // Its accent is a field of colour with black letters, and letters on black.
  depot: {
    light: { grounds: ['#111110'], on: '#111110' },
    dark: { grounds: ['#111110', '#131312', '#1d1d1b', '#262624'], on: '#111110' },
  },
  nocturne: {
    light: { grounds: ['#f3effc', '#ffffff', '#e4dcf7'], on: '#ffffff' },
    dark: { grounds: ['#0e0a1d', '#1a1334', '#241b45'], on: '#170f30' },
  },
};

const STEPS = 50;

/**
 * A colour as a template draws it: the one that was wished for, made lighter or darker until it can be read on all its
 * grounds, and what is on it can be read too.
 */
export function accentIn(
  template: TemplateName,
  wished: Hex,
): { readonly light: DrawnAccent; readonly dark: DrawnAccent } {
  const { light, dark } = GROUNDS[template];
  return { light: readable(wished, light), dark: readable(wished, dark) };
}

function readable(wished: Hex, { grounds, on }: Grounds): DrawnAccent {
  // Away from its grounds: towards black on light ones, towards white on dark ones.
  const end: Hex = contrast(grounds[0] ?? '#ffffff', '#000000') > READABLE ? '#000000' : '#ffffff';
  for (let step = 0; step <= STEPS; step += 1) {
    const colour = mixed(wished, end, step / STEPS);
    const ratio = Math.min(...[...grounds, on].map((ground) => contrast(colour, ground)));
    if (ratio >= READABLE) return { colour, on, ratio, isAdjusted: step > 0 };
  }
  throw new TypeError(`nothing can be read on ${grounds.join(', ')}`);
}
