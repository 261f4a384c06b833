import type { Refusal } from '../../../kernel/index.ts';

/** Why a text is no query, and where. */
export type QueryProblem = Refusal<QueryProblemCode> & {
  /** Where the wrong piece begins in the text, and how long it is. */
  readonly at: number;
  readonly length: number;
  /** What is written there. */
  readonly found: string;
  /** What could stand there instead. */
  readonly expected: readonly string[];
  /** What was probably meant. */
  readonly suggestion?: string;
};

export type QueryProblemCode =
  | 'unexpected'
  | 'unknown_measure'
  | 'unknown_dimension'
  | 'unclosed_text'
  | 'said_twice'
  | 'too_many'
  | 'not_together'
  | 'wrong_source'
  | 'invalid_span'
  | 'invalid_number'
  | 'too_long';
