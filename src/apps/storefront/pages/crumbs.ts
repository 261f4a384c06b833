import type { Category } from '../../../modules/catalog/index.ts';
import { message } from '../messages/index.ts';
import type { Crumb } from '../model/index.ts';
import type { Site } from '../site.ts';

/** From the home page down to this category: `Home › Kitchen › Mugs`. */
export function categoryCrumbs(category: Category, site: Site): readonly Crumb[] {
  const handles = category.path.split('/');
  const crumbs = handles.map((_, index) => handles.slice(0, index + 1).join('/'));
  return [
    homeCrumb(site),
    ...crumbs.flatMap((path) => {
      const found = site.categoriesByPath.get(path);
      return found ? [{ title: found.name, href: site.to(`/categories/${path}`) }] : [];
    }),
  ];
}

export function homeCrumb(site: Site): Crumb {
  return { title: message(site.locale, 'nav.home'), href: site.to('/') };
}
