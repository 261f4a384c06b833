import type { View } from '../model/index.ts';
import { Footer } from './layout/footer.tsx';
import { Masthead } from './layout/masthead.tsx';
import { PageBody } from './pages/page-body.tsx';
import { jsonForScript } from './parts/json-for-script.ts';
import type { Scene } from './scene.ts';

export function Document({ view, scene }: { view: View; scene: Scene }) {
  const { frame, page } = view;
  return (
    <html lang={frame.locale} data-template={frame.template} data-page={page.kind}>
      <Head view={view} />
      <body>
        <a class="skip" href="#content">
          {scene.say('nav.skip_to_content')}
        </a>
        <Masthead scene={scene} />
        <main id="content" tabIndex={-1}>
          <PageBody page={page} scene={scene} />
        </main>
        <Footer scene={scene} />
      </body>
    </html>
  );
}

function Head({ view: { frame, head } }: { view: View }) {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{head.title}</title>
      {frame.assets.fonts.map((href) => (
        <link rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
      ))}
      {frame.assets.styles.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      {frame.assets.scripts.map((src) => (
        <script type="module" src={src} />
      ))}
      <meta name="description" content={head.description} />
      <meta name="color-scheme" content="light dark" />
      {head.robots && <meta name="robots" content={head.robots} />}
      <link rel="canonical" href={head.canonical} />
      {head.alternates.map(({ locale, href }) => (
        <link rel="alternate" hreflang={locale} href={href} />
      ))}
      <link rel="icon" type="image/png" sizes="192x192" href="/favicon.png" />
      <link rel="icon" type="image/svg+xml" sizes="any" href="/favicon.svg" />
      {Object.entries(head.openGraph).map(([property, content]) => (
        <meta property={property} content={content} />
      ))}
      {head.jsonLd.map((data) => (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForScript(data) }} />
      ))}
    </head>
  );
}
