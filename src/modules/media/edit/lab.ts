/**
 * Colours as CIE L*a*b* (D65) of sRGB, so that distances are as people see them.
 * Source: IEC 61966-2-1 for sRGB; CIE 15:2004 for L*a*b*. [255, 255, 255] is [100, 0, 0].
 */
export function labOf(red: number, green: number, blue: number): readonly [l: number, a: number, b: number] {
  const [r, g, b] = [LINEAR[red] ?? 0, LINEAR[green] ?? 0, LINEAR[blue] ?? 0];
  const x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = curve(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = curve((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

function curve(value: number): number {
  return value > 216 / 24_389 ? Math.cbrt(value) : (841 / 108) * value + 4 / 29;
}
