import type { Asking } from '../../../../platform/cockpit/api/index.ts';

export type Crop = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** What is done to a picture, as the editor's controls stand. */
export type Recipe = {
  readonly rotate: 0 | 90 | 180 | 270;
  readonly isMirrored: boolean;
  readonly straighten: number;
  readonly crop?: Crop | undefined;
  readonly brightness: number;
  readonly contrast: number;
  readonly saturation: number;
  readonly warmth: number;
  readonly background: 'kept' | 'transparent' | 'white';
  readonly tolerance: number;
};

export const PLAIN: Recipe = {
  ...{ rotate: 0, isMirrored: false, straighten: 0, brightness: 0, contrast: 0, saturation: 0, warmth: 0 },
  ...{ background: 'kept', tolerance: 12 },
};

export const WHOLE: Crop = { left: 0, top: 0, width: 1, height: 1 };

export function asRecipe({ crop, ...recipe }: Recipe): Asking<'editPicture'>['body'] {
  return crop === undefined ? recipe : { ...recipe, crop };
}

/** A frame that stays within the picture and does not vanish. */
export function within({ left, top, width, height }: Crop): Crop {
  const [w, h] = [Math.min(1, Math.max(0.05, width)), Math.min(1, Math.max(0.05, height))];
  return {
    left: Math.min(1 - w, Math.max(0, left)),
    top: Math.min(1 - h, Math.max(0, top)),
    width: w,
    height: h,
  };
}

/** The largest frame of these proportions around the middle; `ratio` is width to height, `shape` the picture's own. */
export function framed(ratio: number, shape: number): Crop {
  const share = ratio / shape;
  const [width, height] = share > 1 ? [1, 1 / share] : [share, 1];
  return { left: (1 - width) / 2, top: (1 - height) / 2, width, height };
}
