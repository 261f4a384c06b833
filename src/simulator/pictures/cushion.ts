import { type Cloth, paintCloth, partner } from './cloth.ts';
import type { Drawing, Look } from './look.ts';
import type { Pen } from './pen.ts';
import { shade } from './tone.ts';

const SQUARE =
  'M-560 -580Q-600 -600 -590 -545Q-530 -250 -540 0T-592 545Q-602 602 -548 590Q-260 540 0 548T550 592Q606 ' +
  '600 592 545Q536 270 542 0T594 -548Q602 -604 545 -590Q260 -540 0 -546T-560 -580Z';
const FOLDS =
  'M-540 -540Q-420 -440 -330 -330M540 -545Q430 -440 350 -350M-545 540Q-430 440 -350 360M545 545Q430 430 ' +
  '340 340M-60 -545Q-40 -430 -70 -340M120 545Q100 450 130 380';

/** A plump cushion seen from above, its corners drawn in by the filling. */
export function drawCushion(look: Look): Drawing {
  const isLumbar = look.shape === 'lumbar';
  return {
    stance: 'lying',
    height: 1200,
    reach: 600,
    paint: (pen) => {
      pen.group(`transform="rotate(-5) scale(${isLumbar ? '1.08 .66' : '1.06'})"`, () => {
        paintCloth(pen, SQUARE, clothOf(look));
        pen.group(`clip-path="${pen.clip(`<path d="${SQUARE}"/>`)}"`, () => {
          paintOrnament(pen, look);
          paintBelly(pen, look.color);
        });
        pen.add(
          `<path d="${SQUARE}" fill="none" stroke="${shade(look.color, -0.1)}" stroke-width="13"/><path ` +
            `d="${SQUARE}" transform="translate(-3 -4)" fill="none" stroke="${shade(look.color, 0.14)}" ` +
            `stroke-width="4" opacity=".8"/>`,
        );
      });
    },
  };
}

function clothOf(look: Look): Cloth {
  const weave =
    look.shape === 'knit'
      ? 'knit'
      : look.shape === 'velvet'
        ? 'velvet'
        : look.material === 'wool'
          ? 'twill'
          : 'plain';
  const motif = look.shape === 'striped' ? 'bands' : look.shape === 'check' ? 'check' : 'none';
  return { color: look.color, weave, motif, folds: FOLDS, thickness: 40 };
}

// The middle stands higher: light on its upper left, shade on its lower right.
function paintBelly(pen: Pen, color: string): void {
  const belly = pen.radial(
    [
      [0, '#fff9ec', 0.4],
      [0.5, '#fff9ec', 0.08],
      [0.75, shade(color, -0.3), 0.05],
      [1, shade(color, -0.3), 0.5],
    ],
    [0.38, 0.36, 0.72],
  );
  pen.add(`<rect x="-620" y="-620" width="1240" height="1240" fill="${belly}"/>`);
}

function paintOrnament(pen: Pen, look: Look): void {
  const tone = partner(look.color);
  if (look.shape === 'leaf') {
    let stems = '';
    for (const [x, y, turn] of [
      [-260, 420, -8],
      [40, 470, 6],
      [310, 400, 14],
    ] as const) {
      let leaves = 'M0 0Q20 -400 0 -760';
      for (let at = 1; at < 8; at += 1)
        leaves += `M${at} ${-at * 92}q-70 -20 -110 -110q90 0 110 110M${at} ${-at * 92 - 30}q80 -30 104 -120q-96 14 -104 120`;
      stems += `<path transform="translate(${x} ${y}) rotate(${turn})" d="${leaves}"/>`;
    }
    pen.add(
      `<g fill="none" stroke="${tone}" stroke-width="9" stroke-dasharray="15 5" ` +
        `stroke-linejoin="round">${stems}</g>`,
    );
  }
  if (look.shape === 'arches') {
    const tones = [tone, shade(look.color, -0.14), tone, shade(look.color, 0.12)];
    const arches = tones.map(
      (fill, index) =>
        `<path d="M${-440 + index * 100} 460V60A${440 - index * 100} ${440 - index * 100} 0 0 1 ` +
        `${440 - index * 100} 60V460Z" fill="${fill}"/>`,
    );
    pen.add(`<g opacity=".92">${arches.join('')}</g>`);
  }
  if (look.shape === 'knit') {
    for (const x of [-360, 0, 360]) paintCable(pen, x, look.color);
  }
}

/** A knitted cable that runs from top to bottom at `x`. */
export function paintCable(pen: Pen, x: number, color: string, from = -620, to = 620, width = 62): void {
  let crossings = '';
  for (let y = from; y < to; y += width * 1.7) {
    crossings += `M${x - width} ${y}C${x - width} ${y + width} ${x + width} ${y + width * 0.8} ${x + width} ${y + width * 1.9}M${x + width} ${y}C${x + width} ${y + width * 0.6} ${x + width * 0.3} ${y + width * 0.7} ${x + width * 0.16} ${y + width * 0.86}M${x - width * 0.2} ${y + width * 1.1}C${x - width * 0.8} ${y + width * 1.4} ${x - width} ${y + width * 1.5} ${x - width} ${y + width * 1.9}`;
  }
  pen.add(
    `<path d="${crossings}" fill="none" stroke="${shade(color, -0.2)}" stroke-width="${width * 0.9}" ` +
      `stroke-linecap="round" opacity=".5"/>`,
    `<path d="${crossings}" fill="none" stroke="${color}" stroke-width="${width * 0.7}" ` +
      `stroke-linecap="round"/>`,
    `<path d="${crossings}" transform="translate(-6 -6)" fill="none" stroke="${shade(color, 0.12)}" ` +
      `stroke-width="${width * 0.24}" stroke-linecap="round" opacity=".8"/>`,
  );
}
