export { Card, Facts } from './card.tsx';
export { Page } from './page.tsx';
export { EmptyState, ErrorState, LoadingState, NoPermission, Shown } from './states.tsx';
