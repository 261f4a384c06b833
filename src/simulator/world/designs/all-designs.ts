import type { Design } from '../design.ts';
import { ACCESSORIES } from './accessories.ts';
import { CANDLES, PLANTERS } from './candles-planters.ts';
import { SHIRTS, TEES, TROUSERS } from './clothing.ts';
import { GLASSES } from './glassware.ts';
import { APRONS, BOARDS } from './kitchen.ts';
import { KNITS } from './knitwear.ts';
import { LAMPS } from './lamps.ts';
import { PAPER, SETS } from './paper.ts';
import { BOWLS, MUGS, PLATES } from './tableware.ts';
import { CUSHIONS, RUGS, THROWS } from './textiles.ts';
import { VASES } from './vases.ts';

/** Everything the demo shop sells, by shelf. */
export const DESIGNS: readonly Design[] = [
  ...VASES,
  ...LAMPS,
  ...CANDLES,
  ...PLANTERS,
  ...MUGS,
  ...BOWLS,
  ...PLATES,
  ...GLASSES,
  ...BOARDS,
  ...APRONS,
  ...CUSHIONS,
  ...THROWS,
  ...RUGS,
  ...SHIRTS,
  ...TEES,
  ...KNITS,
  ...TROUSERS,
  ...ACCESSORIES,
  ...PAPER,
  ...SETS,
];
