import { paintFlatShadow } from './backdrop.ts';
import type { Pen } from './pen.ts';
import { lightness, mix, shade } from './tone.ts';

export type Weave = 'plain' | 'twill' | 'knit' | 'rib' | 'jersey' | 'velvet' | 'jute';
export type Motif = 'none' | 'stripes' | 'bands' | 'check' | 'pinstripes';

export type Cloth = {
  readonly color: string;
  readonly weave: Weave;
  readonly motif?: Motif;
  /** Paths of soft folds: valleys are dark, and each has a ridge that catches the light beside it. */
  readonly folds?: string;
  readonly thickness?: number;
};

/** Paints a piece of cloth that lies on the table: shadow, weave, motif, folds and the light over them. */
export function paintCloth(pen: Pen, outline: string, cloth: Cloth): void {
  if (cloth.thickness !== 0) paintFlatShadow(pen, outline, cloth.thickness ?? 14);
  pen.add(`<path d="${outline}" fill="${cloth.color}"/>`);
  pen.group(`clip-path="${pen.clip(`<path d="${outline}"/>`)}"`, () => {
    paintMotif(pen, outline, cloth);
    pen.add(`<path d="${outline}" fill="${weaveTile(pen, cloth)}"/>`);
    if (cloth.folds !== undefined) paintFolds(pen, cloth.folds, cloth.color);
    const light = pen.linear(
      [
        [0, '#fff8ea', 0.24],
        [0.4, '#fff8ea', 0.03],
        [0.65, '#1d1510', 0.04],
        [1, '#1d1510', 0.26],
      ],
      [0, 0, 1, 0.8],
    );
    pen.add(
      `<path d="${outline}" fill="${light}"/>`,
      `<path d="${outline}" fill="none" stroke="${shade(cloth.color, -0.22)}" stroke-width="26" ` +
        `opacity=".3" filter="${pen.blur(9)}"/>`,
      `<path d="${outline}" transform="translate(3 4)" fill="none" stroke="${shade(cloth.color, 0.16)}" ` +
        `stroke-width="4" opacity=".5"/>`,
    );
  });
}

/** Valleys and ridges along these paths. */
export function paintFolds(pen: Pen, folds: string, color: string): void {
  pen.add(
    `<path d="${folds}" fill="none" stroke="${shade(color, -0.26)}" stroke-width="24" ` +
      `stroke-linecap="round" opacity=".4" filter="${pen.blur(12)}"/>`,
    `<path d="${folds}" transform="translate(-22 -12)" fill="none" stroke="${shade(color, 0.2)}" ` +
      `stroke-width="18" stroke-linecap="round" opacity=".42" filter="${pen.blur(11)}"/>`,
  );
}

/** A sewn line: stitches with their small shadow. */
export function paintSeam(pen: Pen, d: string, color: string, width = 3): void {
  const thread = lightness(color) > 0.5 ? shade(color, -0.16) : shade(color, 0.14);
  pen.add(
    `<path d="${d}" fill="none" stroke="${shade(color, -0.2)}" stroke-width="${width + 1}" opacity=".45"/>`,
    `<path d="${d}" transform="translate(9 6)" fill="none" stroke="${thread}" stroke-width="${width}" ` +
      `stroke-dasharray="11 7" opacity=".8"/>`,
  );
}

/** What goes with a colour in stripes and checks: chalk on dark cloth, a deeper tone on light cloth. */
export function partner(color: string): string {
  return lightness(color) > 0.62 ? mix(shade(color, -0.3), '#34465a', 0.3) : mix(color, '#efe7d6', 0.84);
}

function weaveTile(pen: Pen, { color, weave }: Cloth): string {
  const dark = shade(color, -0.1);
  const light = shade(color, 0.09);
  const line = (d: string, tone: string, width: number, opacity: number) =>
    `<path d="${d}" stroke="${tone}" stroke-width="${width}" opacity="${opacity}" fill="none"/>`;
  if (weave === 'knit') {
    return pen.tile(
      30,
      24,
      line('M3 2Q12 8 15 20Q18 8 27 2', dark, 5, 0.55) + line('M1 1Q10 7 13 19', light, 3, 0.5),
    );
  }
  if (weave === 'rib') {
    return pen.tile(26, 20, line('M5 0V20', dark, 8, 0.5) + line('M17 0V20', light, 7, 0.5));
  }
  if (weave === 'jute') {
    return pen.tile(
      44,
      26,
      line('M0 13Q11 0 22 13T44 13', dark, 9, 0.6) + line('M0 9Q11 -4 22 9T44 9', light, 6, 0.7),
    );
  }
  if (weave === 'twill')
    return pen.tile(11, 11, line('M-2 13L13 -2', dark, 3, 0.5) + line('M3 13L13 3', light, 2, 0.4));
  if (weave === 'velvet') return pen.tile(7, 40, line('M3 0V40', dark, 2, 0.25));
  if (weave === 'jersey') return pen.tile(9, 9, line('M4 0V9', dark, 2, 0.28));
  return pen.tile(10, 10, line('M0 2H10M0 7H10', dark, 1.6, 0.4) + line('M3 0V10M8 0V10', light, 1.6, 0.45));
}

function paintMotif(pen: Pen, outline: string, cloth: Cloth): void {
  const other = partner(cloth.color);
  const tile = {
    none: undefined,
    stripes: () => pen.tile(10, 84, `<rect width="10" height="34" fill="${other}"/>`),
    pinstripes: () => pen.tile(40, 10, `<rect width="13" height="10" fill="${other}"/>`),
    bands: () => pen.tile(10, 300, `<rect width="10" height="150" fill="${other}"/>`),
    check: () =>
      pen.tile(
        150,
        150,
        `<g fill="${other}"><rect width="52" height="150" opacity=".46"/><rect width="150" height="52" ` +
          `opacity=".46"/><rect x="98" width="7" height="150" opacity=".7"/><rect y="98" width="150" ` +
          `height="7" opacity=".7"/></g>`,
      ),
  }[cloth.motif ?? 'none'];
  if (tile !== undefined) pen.add(`<path d="${outline}" fill="${tile()}" opacity=".9"/>`);
}
