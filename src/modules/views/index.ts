export { MOST_VIEWS, removeView, saveView } from './save-view.ts';
export { readViews } from './store.ts';
export type { View, ViewId, ViewRefusal } from './view.ts';
