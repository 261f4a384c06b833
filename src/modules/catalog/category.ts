import type { Id } from '../../kernel/index.ts';

export type CategoryId = Id<'category'>;

/** A place in the shop's tree of categories. */
export type Category = {
  readonly id: CategoryId;
  readonly parentId: CategoryId | undefined;
  /** Unique in the whole tree. */
  readonly handle: string;
  readonly name: string;
  /** Handles from the root: `home/kitchen/mugs`. A subtree is all that starts with the path and a slash. */
  readonly path: string;
  readonly position: number;
  /** Sanitised on the way in. */
  readonly descriptionHtml: string;
};
