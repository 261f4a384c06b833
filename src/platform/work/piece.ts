import type { Tx } from '../database/index.ts';
import type { WorkKind } from './work.ts';

/** What became of one piece; `label` is what people know it by, `before` and `after` are kept as JSON. */
export type PieceOutcome =
  | { readonly outcome: 'changed'; readonly label: string; readonly before: object; readonly after: object }
  | { readonly outcome: 'unchanged'; readonly label: string }
  | { readonly outcome: 'refused'; readonly label: string; readonly reason: string };

/** A piece that was changed and is to be as it was. */
export type ChangedPiece = {
  readonly key: string;
  readonly label: string;
  readonly before: unknown;
  readonly after: unknown;
};

export type PieceCircumstances = { readonly actor: string; readonly now: Temporal.Instant };

/**
 * Work on many things of one kind, each of which is changed, left as it is, or refused for itself. A batch is one
 * transaction that also keeps what became of its pieces.
 */
export type PiecesKind<Payload> = Pick<WorkKind<Payload>, 'name' | 'parse'> & {
  /** 200 unless given. */
  readonly piecesPerBatch?: number;
  /** Says of every key what became of it. What it throws undoes the batch, which is tried again. */
  change(
    tx: Tx,
    payload: Payload,
    keys: readonly string[],
    by: PieceCircumstances,
  ): Promise<ReadonlyMap<string, PieceOutcome>>;
  /**
   * Puts pieces back. One that is not as `after` says any more was changed by somebody since: it is refused, not
   * overwritten.
   */
  takeBack?(
    tx: Tx,
    pieces: readonly ChangedPiece[],
    by: PieceCircumstances,
  ): Promise<ReadonlyMap<string, PieceOutcome>>;
};

/** The kind of work that takes back what this kind did. */
export function undoNameOf({ name }: Pick<PiecesKind<unknown>, 'name'>): string {
  return `${name}_undo`;
}
