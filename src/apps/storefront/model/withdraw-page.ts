import type { FormProblem, TextField } from './form.ts';

/** Withdrawing from a contract in two steps (Directive 2011/83/EU, article 11a). */
export type WithdrawPage = {
  readonly kind: 'withdraw';
  readonly step: 'ask' | 'confirm' | 'done';
  readonly action: string;
  readonly problems: readonly FormProblem[];
  readonly fields: readonly TextField[];
  /** What is being withdrawn from, to be confirmed or as received. */
  readonly rows: readonly { readonly label: string; readonly value: string }[];
};
