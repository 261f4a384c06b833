import type { Crumb, Link, PictureModel } from './basics.ts';
import type { Card } from './card.ts';

export type HomeSection =
  | {
      readonly kind: 'hero';
      readonly eyebrow: string;
      readonly title: string;
      readonly text: string;
      readonly action: Link;
      readonly picture: PictureModel | undefined;
      readonly secondPicture: PictureModel | undefined;
    }
  | {
      readonly kind: 'products';
      readonly title: string;
      readonly text: string;
      readonly more: Link | undefined;
      readonly cards: readonly Card[];
    }
  | {
      readonly kind: 'collections';
      readonly title: string;
      readonly items: readonly (Link & {
        readonly text: string;
        readonly picture: PictureModel | undefined;
      })[];
    }
  | {
      readonly kind: 'editorial';
      readonly title: string;
      readonly html: string;
      readonly action: Link | undefined;
      readonly picture: PictureModel | undefined;
    }
  | {
      readonly kind: 'promises';
      readonly items: readonly {
        readonly icon: 'delivery' | 'returns' | 'secure' | 'craft' | 'support';
        readonly title: string;
        readonly text: string;
      }[];
    }
  | { readonly kind: 'brands'; readonly title: string; readonly items: readonly Link[] };

export type HomePage = { readonly kind: 'home'; readonly sections: readonly HomeSection[] };

export type ContentPage = {
  readonly kind: 'content';
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly bodyHtml: string;
  /** A day in words: 3 October 2026. */
  readonly updatedAt: string;
};

export type ErrorPage = {
  readonly kind: 'error';
  readonly status: 404 | 500 | 410;
  readonly requestId: string;
  readonly popular: readonly Card[];
};
