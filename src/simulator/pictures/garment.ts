import { type Cloth, paintCloth, paintFolds, paintSeam } from './cloth.ts';
import type { Look } from './look.ts';
import type { Pen } from './pen.ts';
import { shade } from './tone.ts';

/** The parts of a top that lies flat; its middle is x = 0, the body is about 900 wide and 1,300 high. */
export const TOP = {
  body: 'M-190 -640Q-330 -610 -420 -550Q-452 -300 -430 40Q-424 380 -440 660Q-230 690 0 688T440 660Q424 380 430 40Q452 -300 420 -550Q330 -610 190 -640Q0 -560 -190 -640Z',
  shortLeft: 'M-400 -566Q-560 -500 -690 -180Q-590 -110 -452 -84Q-430 -220 -404 -330Z',
  longLeft:
    'M-396 -568Q-540 -520 -610 -250Q-690 120 -720 520Q-650 560 -556 540Q-500 180 -436 -170Q-420 -360 ' +
    '-396 -568Z',
} as const;

/** The same path on the other side: every x changes its sign. */
export function mirrored(draw: () => void, pen: Pen): void {
  draw();
  pen.group('transform="scale(-1 1)"', draw);
}

/** Sleeves first, then the body over them, with the folds that a garment keeps from being worn. */
export function paintTop(pen: Pen, cloth: Cloth, sleeve: 'short' | 'long' | 'none', look: Look): void {
  const thin: Cloth = { ...cloth, thickness: 18 };
  if (sleeve !== 'none') {
    mirrored(() => {
      paintCloth(pen, sleeve === 'long' ? TOP.longLeft : TOP.shortLeft, thin);
      const folds =
        sleeve === 'long'
          ? 'M-470 -420Q-580 -120 -610 160M-560 -60Q-560 120 -620 330M-520 -300Q-470 -240 -450 -160'
          : 'M-450 -450Q-540 -330 -590 -200M-430 -260Q-470 -200 -470 -150';
      pen.group(
        `clip-path="${pen.clip(`<path d="${sleeve === 'long' ? TOP.longLeft : TOP.shortLeft}"/>`)}"`,
        () => paintFolds(pen, folds, cloth.color),
      );
    }, pen);
  }
  const sway = Math.round(look.random.between(-30, 30));
  paintCloth(pen, TOP.body, {
    ...thin,
    folds: `M-400 -330Q-300 -160 -290 60M400 -300Q300 -140 310 90M-200 660Q-170 ${420 + sway} -240 250M150 670Q190 ${450 + sway} 130 230M-40 100Q-10 300 -50 430M330 640Q300 480 340 330`,
  });
  mirrored(() => paintSeam(pen, 'M-420 -546Q-392 -380 -424 -150', cloth.color), pen);
}

/** A round, ribbed neckline with the back of the collar behind it. */
export function paintNeck(pen: Pen, color: string, style: 'crew' | 'boat' | 'roll' | 'v'): void {
  const inside = shade(color, -0.22);
  if (style === 'roll') {
    const roll = 'M-176 -630Q-196 -760 -160 -800Q0 -836 160 -800Q196 -760 176 -630Q0 -540 -176 -630Z';
    paintCloth(pen, roll, { color, weave: 'rib', thickness: 8 });
    pen.add(`<path d="M-160 -796Q0 -752 160 -796Q0 -834 -160 -796Z" fill="${inside}"/>`);
    return;
  }
  const deep = { crew: -500, boat: -560, v: -330 }[style];
  const half = style === 'boat' ? 240 : 190;
  const front =
    style === 'v'
      ? `L0 ${deep}L${half} -642`
      : `Q0 ${deep * 1.0 + (style === 'crew' ? 60 : 20)} ${half} -642`;
  pen.add(
    `<path d="M${-half} -642Q0 -690 ${half} -642Q0 ${style === 'v' ? -330 : deep + 20} ${-half} -642Z" ` +
      `fill="${inside}"/>`,
  );
  const band = `M${-half} -642${front}`;
  pen.add(
    `<path d="${band}" fill="none" stroke="${shade(color, -0.2)}" stroke-width="54" ` +
      `stroke-linejoin="round" opacity=".35"/>`,
    `<path d="${band}" fill="none" stroke="${shade(color, -0.03)}" stroke-width="44" ` +
      `stroke-linejoin="round"/>`,
    `<path d="${band}" fill="none" stroke="${shade(color, -0.12)}" stroke-width="44" stroke-dasharray="4 ` +
      `9" stroke-linejoin="round" opacity=".6"/>`,
    `<path d="M${-half} -648Q0 -700 ${half} -648" fill="none" stroke="${shade(color, -0.1)}" ` +
      `stroke-width="30"/>`,
  );
}

/** The ribbed hem and cuffs of a jumper. */
export function paintWelts(pen: Pen, color: string, hasSleeves: boolean): void {
  paintCloth(pen, 'M-440 590Q0 622 440 590L432 700Q0 730 -432 700Z', { color, weave: 'rib', thickness: 4 });
  if (!hasSleeves) return;
  mirrored(() => {
    pen.group('transform="rotate(8 -640 530)"', () =>
      paintCloth(pen, 'M-730 490Q-640 520 -552 494L-566 610Q-640 628 -716 606Z', {
        color,
        weave: 'rib',
        thickness: 4,
      }),
    );
  }, pen);
}

export function paintButton(pen: Pen, x: number, y: number, color: string, radius = 13): void {
  pen.add(
    `<circle cx="${x + 3}" cy="${y + 4}" r="${radius}" fill="#1f1710" opacity=".35"/>`,
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="${color}"/>`,
    `<circle cx="${x - 3}" cy="${y - 3}" r="${Math.round(radius * 0.6)}" fill="${shade(color, 0.1)}"/>`,
    `<path d="M${x - 4} ${y - 3}h2M${x + 3} ${y - 3}h2M${x - 4} ${y + 4}h2M${x + 3} ${y + 4}h2" ` +
      `stroke="#4a4036" stroke-width="3"/>`,
  );
}
