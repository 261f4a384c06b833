import type { Cut } from './benefits/cut.ts';
import type { Candidate } from './candidates.ts';
import type { WhyNot } from './verdict.ts';

export type Applied = Candidate & { readonly cut: Cut };
export type Refused = Candidate & { readonly reason: WhyNot };
export type Stack = { readonly applied: readonly Applied[]; readonly refused: readonly Refused[] };
