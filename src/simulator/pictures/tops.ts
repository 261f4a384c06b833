import { type Cloth, paintCloth, paintSeam, partner } from './cloth.ts';
import { paintCable } from './cushion.ts';
import { mirrored, paintButton, paintNeck, paintTop, paintWelts, TOP } from './garment.ts';
import type { Drawing, Look } from './look.ts';
import type { Pen } from './pen.ts';
import { lightness, shade } from './tone.ts';

/** A T-shirt or long-sleeved top, laid flat. */
export function drawTee(look: Look): Drawing {
  const isLong = look.shape === 'long' || look.shape === 'breton';
  const cloth: Cloth = { color: look.shape === 'breton' ? '#ece5d6' : look.color, weave: 'jersey' };
  return lying((pen) => {
    paintTop(pen, cloth, isLong ? 'long' : 'short', look);
    if (look.shape === 'breton') paintBreton(pen, look.color);
    if (look.shape === 'pocket') paintPocket(pen, 180, -250, cloth.color);
    paintSeam(pen, 'M-436 628Q0 660 436 628', cloth.color);
    paintNeck(pen, cloth.color, look.shape === 'breton' ? 'boat' : 'crew');
  });
}

/** A shirt with collar, placket and buttons, laid flat. */
export function drawShirt(look: Look): Drawing {
  const motif = look.shape === 'striped' ? 'pinstripes' : look.shape === 'check' ? 'check' : 'none';
  const cloth: Cloth = { color: look.color, weave: look.shape === 'work' ? 'twill' : 'plain', motif };
  return lying((pen) => {
    paintTop(pen, cloth, look.shape === 'short' ? 'short' : 'long', look);
    if (look.shape !== 'short') mirrored(() => paintCuff(pen, cloth), pen);
    const end = look.shape === 'band' ? 80 : 676;
    pen.add(
      `<path d="M-34 -560H34V${end}H-34Z" fill="${look.color}"/>`,
      `<path d="M-34 -560V${end}M34 -560V${end}" stroke="${shade(look.color, -0.2)}" stroke-width="4" ` +
        `opacity=".6"/>`,
    );
    paintSeam(pen, `M20 -540V${end}`, look.color);
    const button = lightness(look.color) > 0.45 ? '#efe9dc' : '#d8cdb8';
    for (let y = -440; y < end - 40; y += 170) paintButton(pen, 0, y, button);
    if (look.shape === 'work' || look.shape === 'button' || look.shape === 'check')
      paintPocket(pen, 210, -230, look.color);
    if (look.shape === 'work') paintPocket(pen, -210, -230, look.color);
    paintSeam(pen, 'M-400 -560Q-250 -520 -120 -540M400 -560Q250 -520 120 -540', look.color);
    paintCollar(pen, look);
  });
}

/** Knitwear, laid flat: its stitches, cables or yoke are its picture. */
export function drawKnit(look: Look): Drawing {
  const isVest = look.shape === 'vest';
  const cloth: Cloth = {
    color: look.color,
    weave: look.material === 'wool' ? 'knit' : 'jersey',
    motif: look.shape === 'striped' ? 'bands' : 'none',
  };
  return lying((pen) => {
    paintTop(pen, cloth, isVest ? 'none' : 'long', look);
    pen.group(`clip-path="${pen.clip(`<path d="${TOP.body}"/>`)}"`, () => {
      if (look.shape === 'cable')
        for (const x of [-290, -100, 100, 290]) paintCable(pen, x, look.color, -640, 640, 40);
      if (look.shape === 'yoke') paintYoke(pen, look.color);
    });
    if (look.shape === 'cardigan') paintFront(pen, look.color);
    paintWelts(pen, look.color, !isVest);
    if (isVest)
      mirrored(
        () =>
          pen.add(
            `<path d="M-420 -552Q-380 -380 -426 -150" fill="none" stroke="${shade(look.color, -0.08)}" ` +
              `stroke-width="38"/>`,
          ),
        pen,
      );
    const neck =
      look.shape === 'roll'
        ? 'roll'
        : isVest || look.shape === 'cardigan'
          ? 'v'
          : look.shape === 'striped'
            ? 'boat'
            : 'crew';
    paintNeck(pen, look.color, neck);
  });
}

function lying(paint: (pen: Pen) => void): Drawing {
  return {
    stance: 'lying',
    height: 1400,
    reach: 720,
    paint: (pen) => pen.group('transform="translate(0 30)"', () => paint(pen)),
  };
}

function paintBreton(pen: Pen, color: string): void {
  const stripes = pen.tile(10, 84, `<rect y="20" width="10" height="26" fill="${color}"/>`);
  const band = (outline: string, from: number) =>
    pen.group(`clip-path="${pen.clip(`<path d="${outline}"/>`)}"`, () =>
      pen.add(`<rect x="-800" y="${from}" width="1600" height="1200" fill="${stripes}" opacity=".86"/>`),
    );
  mirrored(() => band(TOP.longLeft, -360), pen);
  band(TOP.body, -360);
}

function paintPocket(pen: Pen, x: number, y: number, color: string): void {
  const pocket = `M${x - 92} ${y - 100}H${x + 92}V${y + 80}L${x} ${y + 124}L${x - 92} ${y + 80}Z`;
  pen.add(
    `<path d="${pocket}" transform="translate(5 7)" fill="#1f1710" opacity=".22" filter="${pen.blur(5)}"/>`,
    `<path d="${pocket}" fill="${shade(color, 0.015)}"/>`,
  );
  paintSeam(pen, pocket, color);
  paintSeam(pen, `M${x - 92} ${y - 66}H${x + 92}`, color, 2);
}

function paintCuff(pen: Pen, cloth: Cloth): void {
  pen.group('transform="rotate(8 -640 500)"', () =>
    paintCloth(pen, 'M-728 450Q-640 476 -548 452L-556 566Q-640 584 -722 564Z', { ...cloth, thickness: 4 }),
  );
  paintButton(pen, -600, 520, '#e8e0d0', 10);
}

function paintCollar(pen: Pen, look: Look): void {
  const { color } = look;
  const inside = shade(color, -0.2);
  if (look.shape === 'band') {
    pen.add(
      `<path d="M-150 -650Q0 -716 150 -650Q90 -560 0 -540Q-90 -560 -150 -650Z" fill="${inside}"/>`,
      `<path d="M-160 -650Q-90 -560 -22 -520M160 -650Q90 -560 22 -520" stroke="${shade(color, 0.02)}" ` +
        `stroke-width="42" fill="none"/>`,
      `<path d="M-150 -656Q0 -724 150 -656" stroke="${shade(color, -0.06)}" stroke-width="36" fill="none"/>`,
    );
    return;
  }
  pen.add(
    `<path d="M-160 -660Q0 -730 160 -660L0 -520Z" fill="${inside}"/>`,
    `<path d="M-150 -668Q0 -734 150 -668" stroke="${shade(color, -0.08)}" stroke-width="44" fill="none"/>`,
  );
  mirrored(() => {
    const leaf = 'M-176 -668Q-150 -690 -124 -684L-8 -548L-150 -430Q-210 -540 -216 -622Z';
    paintCloth(pen, leaf, {
      color,
      weave: 'plain',
      motif: look.shape === 'striped' ? 'pinstripes' : 'none',
      thickness: 9,
    });
    paintSeam(pen, 'M-204 -612Q-196 -540 -150 -452L-24 -556', color, 2);
    if (look.shape === 'button') paintButton(pen, -146, -460, '#efe9dc', 8);
  }, pen);
}

function paintYoke(pen: Pen, color: string): void {
  const tone = partner(color);
  for (const [index, y] of [-480, -400, -320].entries()) {
    let motif = '';
    for (let x = -420; x <= 420; x += 60)
      motif +=
        index === 1
          ? `M${x} ${y - 34}l20 34l-20 34l-20 -34z`
          : `M${x - 8} ${y}h16v16h-16zM${x + 22} ${y + 16}h16v16h-16z`;
    pen.add(`<path d="${motif}" fill="${tone}" opacity=".92"/>`);
  }
  pen.add(
    `<path d="M-440 -540Q0 -440 440 -540M-440 -262Q0 -252 440 -262" fill="none" stroke="${tone}" ` +
      `stroke-width="13" stroke-dasharray="14 10"/>`,
  );
}

function paintFront(pen: Pen, color: string): void {
  paintCloth(pen, 'M-30 -330H30V690H-30Z', { color, weave: 'rib', thickness: 3 });
  for (let y = -270; y < 660; y += 190) paintButton(pen, 0, y, '#7a5a3c', 19);
  for (const x of [-250, 250]) paintPocket(pen, x, 420, color);
}
