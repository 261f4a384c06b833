import type { Random } from '../random.ts';
import type { Pen } from './pen.ts';

/** What a family's drawing is given. `seed` numbers give each design a silhouette of its own. */
export type Look = {
  readonly shape: string;
  readonly material: string;
  readonly color: string;
  readonly random: Random;
};

/**
 * How a thing is shown. standing: its foot at (0, 0), upwards is negative, `reach` is half its foot. lying: centred
 * on (0, 0), seen from above. Units are those of a 1600 × 2000 picture.
 */
export type Drawing = {
  readonly stance: 'standing' | 'lying' | 'hanging';
  readonly height: number;
  readonly reach: number;
  /** Half the width of the whole thing, where that is more than its foot. */
  readonly breadth?: number;
  readonly paint: (pen: Pen) => void;
};
