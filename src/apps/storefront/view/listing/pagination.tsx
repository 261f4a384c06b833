import type { Listing } from '../../model/index.ts';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

export function Pagination({ listing, scene: { say } }: { listing: Listing; scene: Scene }) {
  const { pages, pageHrefs } = listing;
  if (pages < 2) return null;
  return (
    <nav class="pagination" aria-label={say('listing.pages')}>
      {pageHrefs.previous !== undefined && (
        <a class="page-step" href={pageHrefs.previous} rel="prev">
          <Icon name="back" />
          <span>{say('listing.previous')}</span>
        </a>
      )}
      <ol>
        {pageHrefs.numbered.map(({ title, href, isCurrent }) => (
          <li>
            <a href={href} aria-current={isCurrent ? 'page' : undefined}>
              <span class="unseen">{say('listing.page', { page: title })}</span>
              <span aria-hidden="true">{title}</span>
            </a>
          </li>
        ))}
      </ol>
      {pageHrefs.next !== undefined && (
        <a class="page-step" href={pageHrefs.next} rel="next">
          <span>{say('listing.next')}</span>
          <Icon name="arrow" />
        </a>
      )}
    </nav>
  );
}
