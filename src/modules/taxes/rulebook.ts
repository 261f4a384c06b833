import type { TaxSeller } from './seller.ts';
import type { TaxRule } from './tax-rate.ts';

/** Everything that decides which tax applies, as of one version. */
export type TaxRulebook = {
  /** Raised by every change; the same version is the same rulebook. */
  readonly version: bigint;
  readonly rules: readonly TaxRule[];
  readonly seller: TaxSeller;
};
