/**
 * What the report of an import says about one place in the file. An error keeps its product out; a warning
 * does not.
 */
export type Issue = {
  /** The line of the file, counted from 1, on which the row begins; 0 for the file as a whole. */
  readonly line: number;
  readonly column: string | undefined;
  readonly severity: 'error' | 'warning';
  /** A name for programs and translations: `ambiguous_number`, `price_has_too_many_digits`. */
  readonly code: string;
  /** One sentence for a person, naming the value and what would be accepted. */
  readonly message: string;
};

/** The file as a whole cannot be read: nothing of it is imported. */
export class BrokenFile extends Error {
  readonly code: string;
  readonly line: number;

  constructor(code: string, message: string, line = 0) {
    super(message);
    this.name = 'BrokenFile';
    this.code = code;
    this.line = line;
  }
}
