/** What somebody visits with, by names without versions: as much as reports need, and nothing to know a person by. */
export type Device = {
  readonly device: 'desktop' | 'mobile' | 'tablet';
  readonly browser: string;
  readonly os: string;
};

/**
 * Reads a User-Agent header. A table of our own, not a library: reports need three words, and the complete libraries are
 * either under AGPL or fifty times as long. An iPad that asks for desktop pages says that it is a Mac, and counts as one.
 *
 * @example
 * deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) … Version/19.0 Mobile/15E148 Safari/604.1')
 * // { device: 'mobile', browser: 'Safari', os: 'iOS' }
 */
export function deviceOf(userAgent: string): Device {
  const agent = userAgent.slice(0, 500);
  return { device: kindOf(agent), browser: nameIn(BROWSERS, agent), os: nameIn(SYSTEMS, agent) };
}

type Names = readonly (readonly [name: string, says: RegExp])[];

// The first that fits: most browsers also say that they are Chrome, and Chrome says that it is Safari.
const BROWSERS: Names = [
  ['Facebook', /\bFBA[NV]\//],
  ['Instagram', /\bInstagram\b/],
  ['Pinterest', /\bPinterest\b/],
  ['TikTok', /\b(?:musical_ly|BytedanceWebview|TikTok)/i],
  ['Google app', /\bGSA\//],
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\b(?:OPR|OPiOS|OPT|Opera)\b/],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Yandex', /\bYaBrowser\//],
  ['Vivaldi', /\bVivaldi\//],
  ['UC Browser', /\bUC ?Browser\//],
  ['Silk', /\bSilk\//],
  ['DuckDuckGo', /\b(?:DuckDuckGo|Ddg)\//],
  ['Firefox', /\b(?:Firefox|FxiOS|Focus)\//],
  ['Android WebView', /; wv\).*\bChrome\//],
  ['Chrome', /\b(?:Chrome|CriOS|Chromium)\//],
  ['Safari', /\bVersion\/.*\bSafari\/|\b(?:iPhone|iPad).*\bAppleWebKit\//],
];

const SYSTEMS: Names = [
  ['Windows', /\bWindows\b/],
  ['iOS', /\b(?:iPhone|iPad|iPod)\b/],
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMac(?:intosh| OS X)\b/],
  ['Linux', /\b(?:Linux|X11|Ubuntu)\b/],
];

function nameIn(names: Names, agent: string): string {
  return names.find(([, says]) => says.test(agent))?.[0] ?? 'Other';
}

function kindOf(agent: string): Device['device'] {
  if (/\biPad\b|\bTablet\b|\bSilk\/|\bKindle\b|\bPlayBook\b/.test(agent)) return 'tablet';
  if (/\bAndroid\b/.test(agent)) return /\bMobile\b/.test(agent) ? 'mobile' : 'tablet';
  return /\bMobile\b|\biPhone\b|\biPod\b|\bMobi\b/.test(agent) ? 'mobile' : 'desktop';
}
