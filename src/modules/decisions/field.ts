import { z } from 'zod';

/**
 * A part of a proposal as a person reads and changes it. The kind says which there are; everything else (the inbox, the
 * API, the log) knows no kind's proposal.
 *
 * @example { key: 'price', unit: 'money', before: '2490', value: '1990', isEditable: true, least: '1400', most: '2490' }
 */
export type Field = {
  readonly key: string;
  /** As people call it, of what has a name of its own, such as a line of an order; else its key has words. */
  readonly label?: string;
  readonly unit: 'money' | 'count' | 'share' | 'days' | 'text';
  /** As it is now; absent where there is nothing yet. Money is in minor units. */
  readonly before?: string;
  readonly value: string;
  readonly isEditable: boolean;
  /** The smallest and the largest that an edit may set. */
  readonly least?: string;
  readonly most?: string;
  /** An edit sets whole multiples of it: a pack. */
  readonly step?: string;
};

/** Changed fields, by their keys. */
export type Edits = Readonly<Record<string, string>>;

/** Minor units within a proposal: text in JSON, a bigint here. */
export const minor = z
  .union([z.bigint(), z.string().regex(/^-?\d{1,18}$/)])
  .transform((text) => BigInt(text));

/** Of a field that is money or a count: the whole number that somebody wrote, when it is within its bounds and steps. */
export function editedWhole(field: Field | undefined, text: string | undefined): bigint | undefined {
  if (field === undefined || text === undefined || !field.isEditable || !/^\d{1,15}$/.test(text)) {
    return undefined;
  }
  const value = BigInt(text);
  if (field.least !== undefined && value < BigInt(field.least)) return undefined;
  if (field.most !== undefined && value > BigInt(field.most)) return undefined;
  if (field.step !== undefined && value % BigInt(field.step) !== 0n) return undefined;
  return value;
}
