import type { Category } from './category.ts';

/** The path of a category with this handle under this parent. */
export function pathUnder(parent: Pick<Category, 'path'> | undefined, handle: string): string {
  return parent === undefined ? handle : `${parent.path}/${handle}`;
}

/** Whether `path` is `top` or somewhere below it. `home/kit` is not below `home/k`. */
export function isWithin(path: string, top: string): boolean {
  return path === top || path.startsWith(`${top}/`);
}

/** How deep a path is: 1 at the root. */
export function depthOf(path: string): number {
  return path.split('/').length;
}

/** The paths of a subtree after its top has moved from `before` to `after`. */
export function movedPath(path: string, before: string, after: string): string {
  if (!isWithin(path, before)) throw new RangeError(`${path} is not within ${before}`);
  return after + path.slice(before.length);
}
