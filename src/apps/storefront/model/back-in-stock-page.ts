import type { FormProblem, HiddenFields, TextField } from './form.ts';

/** Asking to be told when something is back, and leaving all such lists. */
export type BackInStockPage = {
  readonly kind: 'back_in_stock';
  /** `ask` for the address, `done`, or `buyable`: there is nothing to wait for; `leave` asks, `left` says so. */
  readonly step: 'ask' | 'done' | 'buyable' | 'leave' | 'left';
  readonly action: string;
  readonly hidden: HiddenFields;
  /** What is waited for; nothing where lists are left. */
  readonly goods: { readonly title: string; readonly href: string } | undefined;
  readonly field: TextField | undefined;
  readonly problems: readonly FormProblem[];
};
