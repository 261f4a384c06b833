/** Everything a picture is drawn from: the same spec gives the same bytes. */
export type PictureSpec = {
  /** product: alone in the studio · detail: close up · scene: a wide composition of several things. */
  readonly view: 'product' | 'detail' | 'scene';
  /** The family whose drawing this is, or the scene's name. */
  readonly subject: string;
  readonly shape: string;
  readonly material: string;
  /** `#rrggbb` of the thing itself. */
  readonly color: string;
  readonly seed: number;
};
