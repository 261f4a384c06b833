/** `[offset from 0 to 1, colour, opacity]`. */
export type Stop = readonly [offset: number, color: string, opacity?: number];

/** Collects an SVG picture: shapes in painting order, and the gradients, filters and clips that they refer to. */
export type Pen = {
  readonly add: (...shapes: readonly string[]) => void;
  /** A linear gradient over the shape's own box, from (x1, y1) to (x2, y2) in 0 … 1; returns `url(#…)`. */
  readonly linear: (stops: readonly Stop[], vector?: readonly [number, number, number, number]) => string;
  /** A radial gradient over the shape's own box around (cx, cy). */
  readonly radial: (stops: readonly Stop[], center?: readonly [cx: number, cy: number, r: number]) => string;
  /** A Gaussian blur; the shape may grow far beyond its box. */
  readonly blur: (deviation: number) => string;
  readonly clip: (shapes: string) => string;
  /** A tile of `width` × `height` that repeats, turned by `degrees`. */
  readonly tile: (width: number, height: number, shapes: string, degrees?: number) => string;
  /** Paints `draw` inside a group with these attributes. */
  readonly group: (attributes: string, draw: () => void) => void;
  readonly finish: (width: number, height: number) => string;
};

export function makePen(): Pen {
  const known = new Map<string, string>();
  const shapes: string[] = [];
  // The same gradient asked for twice is written once.
  const define = (body: string): string => {
    const id = known.get(body) ?? `d${known.size.toString(36)}`;
    known.set(body, id);
    return `url(#${id})`;
  };
  return {
    add: (...more) => void shapes.push(...more),
    linear: (stops, [x1, y1, x2, y2] = [0, 0, 1, 0]) =>
      define(`linearGradient x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"|${stops.map(stopTag).join('')}`),
    radial: (stops, [cx, cy, r] = [0.5, 0.5, 0.5]) =>
      define(`radialGradient cx="${cx}" cy="${cy}" r="${r}"|${stops.map(stopTag).join('')}`),
    blur: (deviation) =>
      define(
        `filter x="-60%" y="-60%" width="220%" height="220%"|<feGaussianBlur stdDeviation="${deviation}"/>`,
      ),
    clip: (inner) => define(`clipPath|${inner}`),
    tile: (width, height, inner, degrees = 0) =>
      define(
        `pattern width="${num(width)}" height="${num(height)}" patternUnits="userSpaceOnUse" ` +
          `patternTransform="rotate(${degrees})"|${inner}`,
      ),
    group: (attributes, draw) => {
      shapes.push(`<g ${attributes}>`);
      draw();
      shapes.push('</g>');
    },
    finish: (width, height) => {
      const definitions = [...known].map(([body, id]) => definitionTag(body, id)).join('');
      return (
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ` +
        `${width} ${height}"><defs>${definitions}</defs>${shapes.join('')}</svg>`
      );
    },
  };
}

/** One decimal at most, none from a hundred on: what is left out no screen shows, and the files stay small. */
export function num(value: number): string {
  return String(Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10);
}

/** A path element's data from commands and numbers: `path('M', 0, 0, 'L', 10.04, 5)` is `M0 0L10 5`. */
export function path(...parts: readonly (string | number)[]): string {
  let text = '';
  let isAfterNumber = false;
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      isAfterNumber = false;
    } else {
      text += (isAfterNumber ? ' ' : '') + num(part);
      isAfterNumber = true;
    }
  }
  return text;
}

function stopTag([offset, color, opacity]: Stop): string {
  const alpha = opacity === undefined ? '' : ` stop-opacity="${opacity}"`;
  return `<stop offset="${offset}" stop-color="${color}"${alpha}/>`;
}

function definitionTag(body: string, id: string): string {
  const bar = body.indexOf('|');
  const [head, inner] = [body.slice(0, bar), body.slice(bar + 1)];
  const name = head.split(' ')[0] ?? '';
  return `<${name} id="${id}"${head.slice(name.length)}>${inner}</${name}>`;
}
