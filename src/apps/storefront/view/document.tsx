import type { Link, Page, View } from '../model/index.ts';
import { CalmFooter, CalmMasthead } from './layout/calm-frame.tsx';
import { ConsentBanner } from './layout/consent-banner.tsx';
import { Footer } from './layout/footer.tsx';
import { Masthead } from './layout/masthead.tsx';
import { PageBody } from './pages/page-body.tsx';
import { jsonForScript } from './parts/json-for-script.ts';
import type { Scene } from './scene.ts';

export function Document({ view, scene }: { view: View; scene: Scene }) {
  const { frame, page } = view;
  const isCalm = page.kind === 'checkout' || page.kind === 'pay' || page.kind === 'test_payment';
  return (
    <html
      lang={frame.locale}
      data-template={frame.template}
      data-page={page.kind}
      data-market={frame.market}
      data-currency={frame.currency}
    >
      <Head view={view} />
      <body>
        <a class="skip" href="#content">
          {scene.say('nav.skip_to_content')}
        </a>
        {frame.consentAction !== undefined && page.kind !== 'privacy' && !isCalm && (
          <ConsentBanner action={frame.consentAction} scene={scene} />
        )}
        {isCalm ? <CalmMasthead scene={scene} /> : <Masthead scene={scene} />}
        <main id="content" tabIndex={-1}>
          <PageBody page={page} scene={scene} />
        </main>
        {isCalm ? <CalmFooter links={legalLinks(page)} scene={scene} /> : <Footer scene={scene} />}
      </body>
    </html>
  );
}

function legalLinks(page: Page): readonly Link[] {
  return page.kind === 'checkout' ? page.terms.links : [];
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
      {head.scripts ? (
        <PolicedScripts scripts={head.scripts} />
      ) : (
        frame.assets.scripts.map((src) => <script type="module" src={src} />)
      )}
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

/** The payment page's own list: each script stands in its inventory and carries the page's nonce. */
function PolicedScripts({ scripts }: { scripts: NonNullable<View['head']['scripts']> }) {
  return (
    <>
      {scripts.files.map(({ src, isModule }) =>
        isModule ? (
          <script type="module" src={src} nonce={scripts.nonce} />
        ) : (
          <script defer src={src} nonce={scripts.nonce} />
        ),
      )}
    </>
  );
}
