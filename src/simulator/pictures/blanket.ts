import { type Cloth, type Motif, paintCloth, partner } from './cloth.ts';
import { paintCable } from './cushion.ts';
import type { Drawing, Look } from './look.ts';
import { num, type Pen, path } from './pen.ts';
import { shade } from './tone.ts';

const MOTIFS: Readonly<Record<string, Motif>> = { check: 'check', striped: 'bands', rib: 'none' };

/** A throw, folded twice and laid down, its fringe hanging out on one side. */
export function drawThrow(look: Look): Drawing {
  const cloth: Cloth = {
    color: look.color,
    weave: look.shape === 'cable' ? 'knit' : look.material === 'linen' ? 'plain' : 'twill',
    motif: MOTIFS[look.shape] ?? 'none',
    thickness: 22,
  };
  return {
    stance: 'lying',
    height: 1300,
    reach: 560,
    paint: (pen) => {
      pen.group('transform="rotate(-7)"', () => {
        paintFringe(pen, -500, 470, 640, look.color, look);
        paintCloth(pen, 'M-520 -640Q0 -668 500 -630Q540 0 486 660Q0 690 -512 650Q-540 0 -520 -640Z', cloth);
        paintCloth(pen, 'M-520 -650Q0 -676 504 -640Q536 -240 500 250Q0 290 -524 240Q-548 -200 -520 -650Z', {
          ...cloth,
          folds: 'M-380 -600Q-330 -200 -400 220M-60 -640Q20 -260 -40 240M330 -620Q300 -220 350 230',
        });
        if (look.shape === 'cable')
          for (const x of [-330, -110, 110, 330]) paintCable(pen, x, look.color, -610, 180, 48);
        pen.add(
          `<path d="M-524 236Q0 288 500 246" fill="none" stroke="${shade(look.color, 0.18)}" ` +
            `stroke-width="16" opacity=".6" filter="${pen.blur(5)}"/>`,
        );
        if (look.shape === 'brushed') paintHaze(pen, look.color);
      });
    },
  };
}

function paintHaze(pen: Pen, color: string): void {
  pen.add(
    `<path d="M-530 -650Q0 -680 510 -640Q545 0 496 660Q0 700 -520 655Q-550 0 -530 -650Z" fill="none" ` +
      `stroke="${shade(color, 0.1)}" stroke-width="26" opacity=".75" filter="${pen.blur(9)}"/>`,
  );
}

/** Threads in small knotted bundles along the lower edge. */
export function paintFringe(
  pen: Pen,
  from: number,
  to: number,
  y: number,
  color: string,
  look: Look,
  length = 110,
): void {
  let threads = '';
  let knots = '';
  for (let x = from; x <= to; x += 31) {
    for (const lean of [-9, 0, 9])
      threads += path(
        'M',
        x,
        y,
        'q',
        lean * 0.3,
        length * 0.5,
        lean + look.random.between(-6, 6),
        length * look.random.between(0.88, 1.05),
      );
    knots += `<circle cx="${num(x)}" cy="${num(y + 20)}" r="8"/>`;
  }
  pen.add(
    `<path d="${threads}" transform="translate(9 10)" fill="none" stroke="#33281f" stroke-width="6" ` +
      `opacity=".2" filter="${pen.blur(4)}"/>`,
    `<path d="${threads}" fill="none" stroke="${shade(color, 0.02)}" stroke-width="6" ` +
      `stroke-linecap="round"/>`,
    `<g fill="${shade(color, -0.06)}">${knots}</g>`,
  );
}

/** A scarf, looped once with both ends down. */
export function drawScarf(look: Look): Drawing {
  const cloth: Cloth = {
    color: look.color,
    weave:
      look.shape === 'rib'
        ? 'rib'
        : look.material === 'merino'
          ? 'jersey'
          : look.material === 'wool'
            ? 'twill'
            : 'plain',
    motif: look.shape === 'striped' ? 'bands' : (MOTIFS[look.shape] ?? 'none'),
    thickness: 20,
  };
  return {
    stance: 'lying',
    height: 1500,
    reach: 400,
    paint: (pen) => {
      paintFringe(pen, -280, -60, 690, look.color, look, 90);
      paintCloth(pen, 'M-60 -560Q-250 -100 -300 690Q-170 712 -40 690Q10 0 120 -420Z', {
        ...cloth,
        folds: 'M-120 -380Q-220 100 -230 640M0 -380Q-90 100 -120 640',
      });
      paintFringe(pen, 90, 330, 590, look.color, look, 90);
      paintCloth(pen, 'M20 -440Q60 100 74 590Q210 616 344 586Q340 -60 230 -520Z', {
        ...cloth,
        folds: 'M120 -380Q170 100 160 560M200 -420Q270 60 270 540',
      });
      paintCloth(
        pen,
        'M-330 -560Q-350 -830 -30 -850T390 -590Q390 -380 60 -340T-330 -560ZM-170 -590Q-120 -470 40 ' +
          '-474T230 -610Q210 -710 0 -712T-170 -590Z',
        { ...cloth, folds: 'M-290 -520Q-200 -380 60 -384T350 -560M-270 -650Q-160 -800 20 -800T320 -670' },
      );
      if (look.shape === 'plain')
        pen.add(`<rect x="236" y="470" width="72" height="46" fill="${partner(look.color)}" opacity=".8"/>`);
    },
  };
}
