import type { z } from 'zod';
import type { CurrencyCode, Refusal, Result } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { Scope } from '../access/index.ts';
import type { Decision, Evidence, Predicted, Realised, Reversibility, Risk, Subject } from './decision.ts';
import type { Economics } from './economics.ts';
import type { Edits, Field } from './field.ts';

/** What every kind is told of the shop. */
export type Ground = {
  readonly now: Temporal.Instant;
  /** The shop's zone, and what day it is there. */
  readonly zone: string;
  readonly today: Temporal.PlainDate;
  /** Values are in it. */
  readonly currency: CurrencyCode;
  readonly economics: Economics;
};

export type ReadContext = Ground & { readonly db: Db };
/** `by`: in whose name the verbs are called. */
export type WriteContext = Ground & { readonly tx: Tx; readonly by: string };

/** A decision as a kind proposes it. */
export type Proposed<Proposal = unknown> = {
  readonly subject: Subject;
  readonly supplier?: string;
  readonly proposal: Proposal;
  readonly evidence: Evidence;
  readonly predicted: Predicted;
  readonly basis: unknown;
  readonly waitCostMinorPerDay: bigint;
  readonly risk: Risk;
  /** The same for the same facts; another when they changed so much that somebody should look again. */
  readonly fingerprint: string;
  readonly expiresAt: Temporal.Instant;
};

/** Something that might be worth doing, and nobody can say what it brings before somebody says what it costs. */
export type Unvalued = { readonly unknown: 'cost'; readonly subject: Subject };
export type Found<Proposal = unknown> = Proposed<Proposal> | Unvalued;

/** What the limits of a mandate look at. */
export type Weight = {
  /** What it moves, in the shop's currency: the order's total, the money given up on a price. */
  readonly amountMinor: bigint;
  /** How far it changes what is there: 0.2 is a fifth. */
  readonly share?: number;
};

/** What applying it left, as undoing needs it. */
export type Applied = { readonly state: unknown };

/** What the verbs of a kind refuse: the codes are those of the verbs that it calls. */
export type KindRefusal = Refusal;

/**
 * A kind of decision: how it is found, what it would change, and what came of it. What it does goes through the same verbs
 * that a person's click goes through.
 *
 * Methods, not properties, so that kinds of different proposals fit one list.
 */
export type DecisionKind<Proposal = unknown> = {
  /** `mark_down` */
  readonly id: string;
  /** Of its model: scores of one are not those of the next. */
  readonly version: number;
  readonly reversibility: Reversibility;
  /** What a person needs to do the same by hand. */
  readonly permission: Scope;
  /** Proposals are kept as JSON: parsed whenever they are taken out. */
  readonly proposal: z.ZodType<Proposal>;
  /**
   * What is worth doing now, and what would be if its cost were known. Deterministic for the same facts; throws when it cannot
   * look.
   */
  propose(context: ReadContext): Promise<readonly Found<Proposal>[]>;
  fieldsOf(proposal: Proposal): readonly Field[];
  /** The same with a person's changes, reckoned anew; refused with the field's name. */
  revise(
    context: ReadContext,
    decision: Decision,
    given: { readonly proposal: Proposal; readonly edits: Edits },
  ): Promise<Result<Proposed<Proposal>, Refusal<'invalid_edit' | 'not_editable' | 'not_enough'>>>;
  weightOf(proposal: Proposal): Weight;
  /** Within the transaction that marks the decision as applied: its effect and the mark are kept together, or neither. */
  apply(
    context: WriteContext,
    given: { readonly decision: Decision; readonly proposal: Proposal },
  ): Promise<Result<Applied, KindRefusal>>;
  /** Refused where the world has moved on: another price was set since. */
  undo?(
    context: WriteContext,
    given: { readonly decision: Decision; readonly proposal: Proposal; readonly applied: unknown },
  ): Promise<Result<void, KindRefusal>>;
  /** Against the stated counterfactual; `not_yet`: ask again tomorrow. */
  realise(
    context: ReadContext,
    given: { readonly decision: Decision; readonly proposal: Proposal },
  ): Promise<Realised | 'not_yet' | { readonly notEnough: string }>;
};
