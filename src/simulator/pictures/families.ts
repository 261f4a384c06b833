import { drawBag } from './bag.ts';
import { drawScarf, drawThrow } from './blanket.ts';
import { drawBoard } from './board.ts';
import { drawApron, drawTrousers } from './bottoms.ts';
import { drawBowl } from './bowl.ts';
import { drawCandle } from './candle.ts';
import { drawCup } from './cup.ts';
import { drawCushion } from './cushion.ts';
import { drawGlassware } from './glassware.ts';
import { drawLamp } from './lamp.ts';
import type { Drawing, Look } from './look.ts';
import { drawNotebook, drawPaperGoods } from './paper-goods.ts';
import { drawPlanter } from './planter.ts';
import { drawPlate } from './plate.ts';
import { drawRug } from './rug.ts';
import { drawKnit, drawShirt, drawTee } from './tops.ts';
import { drawVase } from './vase.ts';
import { drawBeanie, drawSocks } from './worn.ts';

const DRAWINGS: Readonly<Record<string, (look: Look) => Drawing>> = {
  apron: drawApron,
  beanie: drawBeanie,
  board: drawBoard,
  bowl: drawBowl,
  candle: drawCandle,
  cushion: drawCushion,
  glass: drawGlassware,
  knit: drawKnit,
  lamp: drawLamp,
  mug: drawCup,
  notebook: drawNotebook,
  pattern: drawPaperGoods,
  planter: drawPlanter,
  plate: drawPlate,
  rug: drawRug,
  scarf: drawScarf,
  set: drawPaperGoods,
  shirt: drawShirt,
  socks: drawSocks,
  tee: drawTee,
  throw: drawThrow,
  tote: drawBag,
  trousers: drawTrousers,
  vase: drawVase,
};

/** How a family of products is drawn; throws a RangeError on one that has no drawing. */
export function drawingOf(family: string, look: Look): Drawing {
  const draw = DRAWINGS[family];
  if (draw === undefined) throw new RangeError(`nobody has drawn a "${family}" yet`);
  return draw(look);
}
