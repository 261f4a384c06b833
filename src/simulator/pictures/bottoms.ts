import { type Cloth, paintCloth, paintFolds, paintSeam } from './cloth.ts';
import { mirrored, paintButton } from './garment.ts';
import type { Drawing, Look } from './look.ts';
import type { Pen } from './pen.ts';
import { shade } from './tone.ts';

const LEGS: Readonly<Record<string, number>> = {
  wide: 470,
  work: 420,
  drawstring: 400,
  pleat: 380,
  chino: 350,
};

/** Trousers, laid flat with their legs a little apart. */
export function drawTrousers(look: Look): Drawing {
  const hem = LEGS[look.shape] ?? 350;
  const cloth: Cloth = {
    color: look.color,
    weave: look.material === 'linen' ? 'plain' : 'twill',
    thickness: 18,
  };
  return {
    stance: 'lying',
    height: 1600,
    reach: 480,
    paint: (pen) => {
      mirrored(() => paintLeg(pen, cloth, hem, look.shape), pen);
      paintWaist(pen, cloth, look);
    },
  };
}

function paintLeg(pen: Pen, cloth: Cloth, hem: number, shape: string): void {
  const outer = hem + 20;
  const leg =
    `M-2 -780H-330Q-400 -480 -${outer - 40} -60Q-${outer} 400 -${outer} 800Q-${outer - 130} ` +
    `822 -${Math.max(70, outer - 300)} 808Q-110 300 -2 -230Z`;
  paintCloth(pen, leg, {
    ...cloth,
    folds: `M-40 -300Q-160 -220 -300 -240M-60 -220Q-180 -60 -260 0M-${outer - 120} 240Q-240 300 -150 260M-${outer - 150} 560Q-260 600 -190 570`,
  });
  if (shape !== 'drawstring') {
    pen.group(`clip-path="${pen.clip(`<path d="${leg}"/>`)}"`, () =>
      paintFolds(pen, `M-210 -660Q-230 0 -${outer - 150} 800`, cloth.color),
    );
  }
  paintSeam(pen, `M-${outer - 6} 748Q-${outer - 130} 770 -${Math.max(80, outer - 296)} 756`, cloth.color);
  paintSeam(pen, 'M-200 -700Q-230 -600 -352 -520', cloth.color);
  if (shape === 'work')
    paintSeam(pen, `M-${outer - 30} 40Q-260 80 -90 20M-${outer - 10} 380Q-260 420 -110 360`, cloth.color);
  if (shape === 'pleat')
    paintFolds(pen, 'M-130 -700Q-140 -560 -160 -440M-210 -700Q-222 -580 -240 -480', cloth.color);
}

function paintWaist(pen: Pen, cloth: Cloth, look: Look): void {
  const { color } = look;
  pen.add(`<path d="M-318 -800Q0 -770 318 -800Q0 -836 -318 -800Z" fill="${shade(color, -0.22)}"/>`);
  paintCloth(pen, 'M-332 -800Q0 -764 332 -800L344 -706Q0 -668 -344 -706Z', {
    ...cloth,
    thickness: 3,
    weave: look.shape === 'drawstring' ? 'rib' : cloth.weave,
  });
  if (look.shape === 'drawstring') {
    pen.add(
      `<path d="M-20 -724Q-70 -620 -50 -500M20 -724Q60 -640 40 -470" stroke="#ece4d3" stroke-width="13" ` +
        `fill="none" stroke-linecap="round"/>`,
    );
    return;
  }
  for (const x of [-230, -90, 90, 230])
    pen.add(`<rect x="${x - 12}" y="-800" width="24" height="118" rx="4" fill="${shade(color, -0.06)}"/>`);
  paintSeam(pen, 'M30 -670Q70 -460 4 -300', color);
  paintButton(pen, 4, -726, '#e4dac6', 17);
}

/** An apron, hanging flat, with its neck loop and pocket. */
export function drawApron(look: Look): Drawing {
  const cloth: Cloth = {
    color: look.color,
    weave: look.material === 'linen' ? 'plain' : 'twill',
    motif: look.shape === 'striped' ? 'pinstripes' : 'none',
    thickness: 20,
  };
  const strap = look.material === 'cotton' && look.shape === 'work' ? '#8d5f39' : shade(look.color, -0.04);
  return {
    stance: 'lying',
    height: 1700,
    reach: 500,
    paint: (pen) => {
      const loop =
        look.shape === 'cross'
          ? 'M-250 -640Q-280 -900 120 -560M250 -640Q280 -900 -120 -560'
          : 'M-230 -640Q-250 -960 0 -960T230 -640';
      const ties = 'M-470 -120Q-640 -60 -620 240Q-600 460 -680 640M470 -120Q640 -40 600 260Q580 440 660 600';
      for (const d of [loop, ties])
        pen.add(
          `<path d="${d}" transform="translate(10 14)" fill="none" stroke="#33281f" stroke-width="40" ` +
            `opacity=".22" filter="${pen.blur(9)}"/>`,
          `<path d="${d}" fill="none" stroke="${strap}" stroke-width="38" stroke-linecap="round"/>`,
          `<path d="${d}" transform="translate(-5 -3)" fill="none" stroke="${shade(strap, 0.1)}" ` +
            `stroke-width="7" opacity=".7"/>`,
        );
      paintCloth(
        pen,
        'M-270 -680Q0 -660 270 -680Q280 -380 480 -170Q500 300 486 800Q0 840 -486 800Q-500 300 -480 ' +
          '-170Q-280 -380 -270 -680Z',
        {
          ...cloth,
          folds:
            'M-360 -120Q-330 300 -380 780M-120 -60Q-90 340 -140 790M160 0Q200 380 150 790M380 -100Q350 ' +
            '300 400 760',
        },
      );
      paintSeam(pen, 'M-262 -640Q0 -620 262 -640M-484 756Q0 796 484 756', look.color);
      paintCloth(pen, 'M-250 60Q0 80 250 60V360Q0 392 -250 360Z', { ...cloth, thickness: 6 });
      paintSeam(pen, 'M-244 104Q0 122 244 104M0 80V374', look.color);
      if (look.shape === 'work')
        for (const [x, y] of [
          [-250, 60],
          [250, 60],
          [-232, -650],
          [232, -650],
        ] as const)
          paintButton(pen, x, y, '#b8863f', 13);
    },
  };
}
