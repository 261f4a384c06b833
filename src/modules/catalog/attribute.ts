/** A value as its definition's type has it: see {@link AttributeType}. */
export type AttributeValue = string | number | boolean | readonly string[];

/**
 * text, url: string · number, measure: number (a measure in its definition's unit) · boolean: boolean ·
 * date: `2026-11-23` · choice: one of the choices · choices: a list of them · color: `#rrggbb`.
 * A choice without listed choices takes any text.
 */
export type AttributeType =
  | 'text'
  | 'number'
  | 'boolean'
  | 'date'
  | 'choice'
  | 'choices'
  | 'measure'
  | 'color'
  | 'url';

export type AttributeDefinition = {
  /** Lower-case letters, digits and underscores, starting with a letter: `care_instructions`. */
  readonly key: string;
  readonly name: string;
  readonly type: AttributeType;
  readonly unit: string | undefined;
  readonly choices: readonly string[];
  readonly isFacet: boolean;
  readonly position: number;
};

export type Attributes = Readonly<Record<string, AttributeValue>>;
