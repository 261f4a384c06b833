import { paintFringe } from './blanket.ts';
import { paintCloth, partner } from './cloth.ts';
import type { Drawing, Look } from './look.ts';
import { type Pen, path } from './pen.ts';
import { mix, shade } from './tone.ts';

const FIELD = 'M-520 -780Q0 -788 520 -780Q528 0 520 780Q0 790 -520 780Q-528 0 -520 -780Z';

/** A rug from above, on a wooden floor. */
export function drawRug(look: Look): Drawing {
  return {
    stance: 'lying',
    height: 1700,
    reach: 560,
    paint: (pen) => {
      paintFloor(pen);
      if (look.shape === 'round') return paintSpiral(pen, look);
      const narrow = look.shape === 'stripes' ? 0.74 : 1;
      pen.group(`transform="scale(${narrow} 1)"`, () => {
        if (look.shape !== 'jute') {
          paintFringe(pen, -500, 500, 770, look.color, look, 80);
          pen.group('transform="scale(1 -1)"', () => paintFringe(pen, -500, 500, 770, look.color, look, 80));
        }
        paintCloth(pen, FIELD, {
          color: look.color,
          weave: look.shape === 'jute' ? 'jute' : 'rib',
          thickness: 13,
        });
        pen.group(`clip-path="${pen.clip(`<path d="${FIELD}"/>`)}" opacity=".86"`, () =>
          paintPattern(pen, look),
        );
      });
    },
  };
}

function paintFloor(pen: Pen): void {
  const boards = pen.tile(
    230,
    2600,
    '<path d="M0 0V2600" stroke="#8d7150" stroke-width="4" opacity=".5"/><path d="M40 0Q60 600 34 ' +
      '1300T60 2600M110 0Q90 700 124 1500T100 2600M180 0Q200 500 176 1200T190 2600" stroke="#a3855f" ' +
      'stroke-width="4" fill="none" opacity=".34"/>',
  );
  const wood = pen.linear(
    [
      [0, '#d9c3a0'],
      [1, '#bfa37b'],
    ],
    [0, 0, 1, 1],
  );
  pen.add(
    `<rect x="-800" y="-1000" width="1600" height="2000" fill="${wood}"/>`,
    `<rect x="-800" y="-1000" width="1600" height="2000" fill="${boards}"/>`,
  );
}

function paintPattern(pen: Pen, look: Look): void {
  const tone = partner(look.color);
  const soft = mix(look.color, tone, 0.4);
  if (look.shape === 'border')
    pen.add(
      `<path d="M-430 -690H430V690H-430Z" fill="none" stroke="${tone}" stroke-width="34"/><path d="M-370 ` +
        `-630H370V630H-370Z" fill="none" stroke="${tone}" stroke-width="9" stroke-dasharray="36 22"/>`,
    );
  if (look.shape === 'jute')
    pen.add(
      `<path d="M-460 -720H460V720H-460Z" fill="none" stroke="${shade(look.color, -0.16)}" ` +
        `stroke-width="26" opacity=".6"/>`,
    );
  if (look.shape === 'stripes')
    pen.add(
      `<rect x="-560" y="-800" width="1120" height="1600" fill="${pen.tile(10, 190, `<rect y="30" width="10" height="70" fill="${tone}"/><rect y="126" width="10" height="14" fill="${soft}"/>`)}"/>`,
    );
  if (look.shape === 'diamond') paintDiamonds(pen, tone, soft);
  if (look.shape === 'waves') paintWaves(pen, tone, soft);
  if (look.shape === 'moons') paintMoons(pen, tone, soft);
}

function paintDiamonds(pen: Pen, tone: string, soft: string): void {
  let large = '';
  let small = '';
  for (let y = -780; y <= 780; y += 390) {
    for (const x of [-347, 0, 347]) {
      large += path('M', x, y - 180, 'L', x + 160, y, 'L', x, y + 180, 'L', x - 160, y, 'Z');
      small += path('M', x, y - 80, 'L', x + 70, y, 'L', x, y + 80, 'L', x - 70, y, 'Z');
    }
  }
  pen.add(
    `<path d="${large}" fill="none" stroke="${tone}" stroke-width="20"/><path d="${small}" fill="${soft}"/>`,
  );
}

function paintWaves(pen: Pen, tone: string, soft: string): void {
  for (let index = 0; index < 13; index += 1) {
    const y = -740 + index * 124;
    pen.add(
      `<path d="${path('M', -540, y, 'q', 135, -70, 270, 0, 't', 270, 0, 't', 270, 0, 't', 270, 0)}" ` +
        `fill="none" stroke="${index % 2 === 0 ? tone : soft}" ` +
        `stroke-width="${index % 2 === 0 ? 22 : 12}"/>`,
    );
  }
}

function paintMoons(pen: Pen, tone: string, soft: string): void {
  for (const [row, y] of [-520, 0, 520].entries()) {
    for (const side of [-1, 1]) {
      pen.add(
        `<path d="${path('M', side * 24, y - 220, 'A', 220, 220, 0, 0, side > 0 ? 1 : 0, side * 24, y + 220, 'Z')}" fill="${(row + (side > 0 ? 1 : 0)) % 2 === 0 ? tone : soft}"/>`,
      );
    }
  }
}

function paintSpiral(pen: Pen, look: Look): void {
  const disc = 'M-640 0a640 640 0 1 0 1280 0a640 640 0 1 0 -1280 0Z';
  paintCloth(pen, disc, { color: look.color, weave: 'plain', thickness: 13 });
  for (let radius = 625; radius > 10; radius -= 29) {
    pen.add(
      `<circle r="${radius}" fill="none" stroke="${shade(look.color, -0.14)}" stroke-width="5" ` +
        `opacity=".6"/>`,
      `<circle r="${radius - 13}" fill="none" stroke="${shade(look.color, 0.1)}" stroke-width="13" ` +
        `stroke-dasharray="17 9" opacity=".55"/>`,
    );
  }
}
