import { z } from 'zod';

const share = z.number().min(0).max(1);
const amount = z.number().min(-100).max(100).default(0);

/**
 * How an original becomes the picture that is shown, step by step in this order. The original is never changed: the same
 * recipe of the same original is the same picture.
 */
export const recipe = z.strictObject({
  /** Clockwise, in degrees. */
  rotate: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).default(0),
  isMirrored: z.boolean().default(false),
  /** Clockwise, in degrees; the corners are cut away. */
  straighten: z.number().min(-15).max(15).default(0),
  /** Shares of the width and height of the picture as it is turned. */
  crop: z
    .strictObject({ left: share, top: share, width: share, height: share })
    .refine(({ left, width }) => left + width <= 1.0001 && width > 0.01, 'is wider than the picture')
    .refine(({ top, height }) => top + height <= 1.0001 && height > 0.01, 'is higher than the picture')
    .optional(),
  brightness: amount,
  contrast: amount,
  saturation: amount,
  /** White balance: below zero cooler, above warmer. */
  warmth: amount,
  /** What becomes of a plain background. */
  background: z.enum(['kept', 'transparent', 'white']).default('kept'),
  /** How far from the background's colour still counts as background: CIE76 distance in Lab. */
  tolerance: z.number().min(1).max(60).default(12),
});

export type Recipe = z.output<typeof recipe>;

/** A recipe that changes nothing: the original itself. */
export function isPlain(given: Recipe): boolean {
  const { crop, tolerance: _tolerance, background, isMirrored, ...amounts } = given;
  const isWhole = crop === undefined || (crop.width > 0.9999 && crop.height > 0.9999);
  return (
    isWhole && background === 'kept' && !isMirrored && Object.values(amounts).every((value) => value === 0)
  );
}
