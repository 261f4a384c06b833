import type { ErrorPage } from '../../model/index.ts';
import { SearchField } from '../layout/search-field.tsx';
import type { Scene } from '../scene.ts';
import { ProductRow } from '../sections/product-row.tsx';

const TITLES = {
  404: 'error.not_found_title',
  410: 'error.gone_title',
  500: 'error.failed_title',
} as const;

export function ErrorBody({ page, scene }: { page: ErrorPage; scene: Scene }) {
  const { say, to } = scene;
  const isOurs = page.status === 500;
  return (
    <>
      <section class="error-page">
        <p class="error-status" aria-hidden="true">
          {page.status}
        </p>
        <div class="error-text">
          <h1 class="page-title">{say(TITLES[page.status])}</h1>
          <p>{say(isOurs ? 'error.failed_text' : 'error.not_found_text')}</p>
          {isOurs ? (
            <p class="quiet">{say('error.request_id', { id: page.requestId })}</p>
          ) : (
            <SearchField id="q-error" text="" scene={scene} />
          )}
          <a class="button" href={to('/')}>
            {say('error.home')}
          </a>
        </div>
      </section>
      <ProductRow title={say('error.popular')} cards={page.popular} scene={scene} />
    </>
  );
}
