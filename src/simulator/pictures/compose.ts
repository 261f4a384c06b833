import { randomFor } from '../random.ts';
import { backdropTint, paintGroundShadow, paintStudio, paintTable } from './backdrop.ts';
import { drawingOf } from './families.ts';
import type { Drawing, Look } from './look.ts';
import { makePen, num, type Pen } from './pen.ts';
import { paintScene } from './scenes.ts';
import type { PictureSpec } from './spec.ts';

const PRODUCT = { width: 1600, height: 2000 };
const SCENE = { width: 2400, height: 1350 };

/** The picture of this spec as an SVG document of at most 60 kB that refers to nothing outside itself. */
export function drawPicture(spec: PictureSpec): string {
  const pen = makePen();
  if (spec.view === 'scene') {
    paintScene(pen, spec);
    return pen.finish(SCENE.width, SCENE.height);
  }
  if (spec.view === 'detail') {
    pen.group(closeUp(spec), () => paintProduct(pen, spec));
  } else {
    paintProduct(pen, spec);
  }
  return pen.finish(PRODUCT.width, PRODUCT.height);
}

function paintProduct(pen: Pen, spec: PictureSpec): void {
  const random = randomFor(spec.seed, `picture:${spec.subject}`);
  const look: Look = { shape: spec.shape, material: spec.material, color: spec.color, random };
  const drawing = drawingOf(spec.subject, look);
  const tint = backdropTint(spec.color, randomFor(spec.seed, 'backdrop'));
  if (drawing.stance === 'lying') paintTable(pen, PRODUCT.width, PRODUCT.height, tint);
  else paintStudio(pen, PRODUCT.width, PRODUCT.height, tint, randomFor(spec.seed, 'window'));
  pen.group(`transform="${placement(drawing)}"`, () => {
    if (drawing.stance === 'standing') paintGroundShadow(pen, drawing.reach, drawing.height, tint);
    drawing.paint(pen);
  });
}

function placement(drawing: Drawing): string {
  if (drawing.stance === 'lying') return 'translate(800 1000)';
  if (drawing.stance === 'hanging') return 'translate(0 0)';
  const scale = Math.min(
    1.7,
    Math.max(0.85, 1120 / drawing.height),
    540 / (drawing.breadth ?? drawing.reach),
  );
  return (
    `translate(790 ${num(1530 + Math.min(170, drawing.height * scale * 0.12))}) ` +
    `scale(${Math.round(scale * 100) / 100})`
  );
}

// Twice as near, at the place where a drawing's making shows: a rim or a collar sits above the middle, a cup's below.
function closeUp(spec: PictureSpec): string {
  const random = randomFor(spec.seed, 'close-up');
  const zoom = random.between(1.9, 2.2);
  const x = random.between(640, 740);
  const isLow = spec.subject === 'mug' || spec.subject === 'bowl';
  const y = random.between(820, 980) + (isLow ? 300 : 0);
  return `transform="translate(${num(800 - x * zoom)} ${num(1000 - y * zoom)}) scale(${num(zoom)})"`;
}
