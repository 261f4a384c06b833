import type { ContentPage } from '../../model/index.ts';
import { Breadcrumb } from '../layout/breadcrumb.tsx';
import { RichText } from '../parts/rich-text.tsx';
import type { Scene } from '../scene.ts';

export function ContentBody({ page, scene }: { page: ContentPage; scene: Scene }) {
  return (
    <>
      <Breadcrumb crumbs={page.crumbs} scene={scene} />
      <article class="content-page">
        <h1 class="page-title">{page.title}</h1>
        <RichText html={page.bodyHtml} />
        <p class="quiet">{scene.say('content.updated', { date: page.updatedAt })}</p>
      </article>
    </>
  );
}
