import type { HomePage, HomeSection } from '../../model/index.ts';
import type { Scene } from '../scene.ts';
import { BrandStrip } from '../sections/brand-strip.tsx';
import { CollectionTiles } from '../sections/collection-tiles.tsx';
import { Editorial } from '../sections/editorial.tsx';
import { Hero } from '../sections/hero.tsx';
import { ProductRow } from '../sections/product-row.tsx';
import { Promises } from '../sections/promises.tsx';

export function HomeBody({ page, scene }: { page: HomePage; scene: Scene }) {
  const hasHero = page.sections.some((section) => section.kind === 'hero');
  return (
    <>
      {!hasHero && <h1 class="unseen">{scene.frame.shopName}</h1>}
      {page.sections.map((section, index) => (
        <Section section={section} scene={scene} isFirst={index === 0} />
      ))}
    </>
  );
}

type Props = { readonly section: HomeSection; readonly scene: Scene; readonly isFirst: boolean };

function Section({ section, scene, isFirst }: Props) {
  switch (section.kind) {
    case 'hero':
      return <Hero section={section} scene={scene} isFirst={isFirst} />;
    case 'products':
      return (
        <ProductRow
          title={section.title}
          text={section.text}
          more={section.more}
          cards={section.cards}
          scene={scene}
        />
      );
    case 'collections':
      return <CollectionTiles section={section} scene={scene} />;
    case 'editorial':
      return <Editorial section={section} scene={scene} />;
    case 'promises':
      return <Promises section={section} />;
    case 'brands':
      return <BrandStrip section={section} />;
  }
}
