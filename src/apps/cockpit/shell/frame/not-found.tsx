import { SearchX } from 'lucide-react';
import { words } from '../../../../platform/cockpit/messages/words.ts';
import { EmptyState } from '../../../../platform/cockpit/page/index.ts';

export function NotFound() {
  return <EmptyState icon={SearchX} title={words().notFound} text={words().notFoundText} />;
}
