/**
 * What pages show, ready to be drawn: no ids to look up, no money to compute, no decision left but how it looks.
 * `pages/*` build these from the modules' front doors; `view/*` draw them in the shop's template.
 */
export type TemplateName = 'atelier' | 'depot' | 'nocturne';

/** An amount as text in the page's language and currency, and as a plain decimal for machines. */
export type MoneyText = { readonly text: string; readonly decimal: string };

export type PictureModel = {
  readonly assetId: string;
  readonly width: number;
  readonly height: number;
  readonly color: string;
  readonly alt: string;
};

export type Link = { readonly title: string; readonly href: string };

export type MenuItem = Link & { readonly picture?: PictureModel; readonly children: readonly MenuItem[] };

export type Crumb = Link;
