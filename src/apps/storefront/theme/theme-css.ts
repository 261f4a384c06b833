import { accentIn, parseAccent, TEMPLATE_NAMES, type TemplateName } from '../../../modules/markets/index.ts';

/** Which of a template's tokens follow the accent. */
const TOKENS: Readonly<Record<TemplateName, readonly string[]>> = {
  atelier: ['--accent', '--button-hover', '--focus'],
  depot: ['--accent', '--button', '--button-hover'],
  nocturne: ['--accent', '--focus', '--check'],
};

/** Where the style sheet of a template in a colour is: the address says all that is in it. */
export function themeHref(template: TemplateName, accent: string): string {
  return `/theme/${template}/${accent.slice(1)}.css`;
}

/** The style sheet at such an address; `undefined` when there is none. */
export function themeCss(template: string, colour: string): string | undefined {
  const name = TEMPLATE_NAMES.find((one) => one === template);
  const accent = parseAccent(`#${colour}`);
  if (name === undefined || accent === undefined || accent === '') return undefined;
  const { light, dark } = accentIn(name, accent);
  const pair = (one: string, other: string) => (one === other ? one : `light-dark(${one}, ${other})`);
  const accentLines = TOKENS[name].map((token) => `${token}:${pair(light.colour, dark.colour)}`);
  const lines = [...accentLines, `--on-accent:${pair(light.on, dark.on)}`];
  return `:root{${lines.join(';')}}\n`;
}
