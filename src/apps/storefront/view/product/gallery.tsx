import type { PictureModel, ProductPage } from '../../model/index.ts';
import { Icon } from '../parts/icon.tsx';
import { largePictureAddress, Picture, Tint } from '../parts/picture.tsx';
import type { Scene } from '../scene.ts';

type Props = { readonly page: ProductPage; readonly scene: Scene };

/**
 * A strip that snaps from picture to picture. Each is a link to its largest rendition, which is the closer
 * look where
 * no script runs; gallery.ts opens it in a dialog instead.
 */
export function Gallery({ page, scene }: Props) {
  const pictures = inOrder(page);
  const { say } = scene;
  if (pictures.length === 0) {
    return (
      <div class="gallery gallery-empty">
        <div class="gallery-frame">
          <Tint color="#c9c4bb" />
          <p>{say('product.no_picture')}</p>
        </div>
      </div>
    );
  }
  return (
    <section class="gallery" aria-label={say('product.gallery')} data-gallery>
      <ul class="strip">
        {pictures.map((picture, index) => (
          <li id={`picture-${index + 1}`} data-asset={picture.assetId}>
            <Frame picture={picture} position={index + 1} count={pictures.length} scene={scene} />
          </li>
        ))}
      </ul>
      {pictures.length > 1 && <Thumbnails pictures={pictures} scene={scene} />}
      <ZoomDialog scene={scene} />
    </section>
  );
}

// The chosen variant's picture leads, so that the choice shows even where no script scrolls to it.
function inOrder({ pictures, chosen }: ProductPage): readonly PictureModel[] {
  const lead = pictures.find(({ assetId }) => assetId === chosen.pictureAssetId);
  return lead ? [lead, ...pictures.filter((picture) => picture !== lead)] : pictures;
}

type FrameProps = {
  readonly picture: PictureModel;
  readonly position: number;
  readonly count: number;
  readonly scene: Scene;
};

function Frame({ picture, position, count, scene }: FrameProps) {
  return (
    <a class="gallery-frame" href={largePictureAddress(picture)} data-zoom>
      <Picture
        picture={picture}
        sizes={scene.arrangement.sizes.gallery}
        isFirst={position === 1}
        largest={1920}
        alt={picture.alt || scene.say('product.picture', { number: position, count })}
      />
      <span class="zoom-hint">
        <Icon name="zoom" />
        <span class="unseen">{scene.say('product.zoom')}</span>
      </span>
    </a>
  );
}

function Thumbnails({ pictures, scene }: { pictures: readonly PictureModel[]; scene: Scene }) {
  const { say } = scene;
  return (
    <nav class="thumbnails" aria-label={say('product.thumbnails')}>
      <ul>
        {pictures.map((picture, index) => (
          <li>
            <a href={`#picture-${index + 1}`} aria-current={index === 0 ? 'true' : undefined}>
              <Picture
                picture={picture}
                sizes="5rem"
                largest={320}
                alt={say('product.picture', { number: index + 1, count: pictures.length })}
              />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function ZoomDialog({ scene: { say } }: { scene: Scene }) {
  return (
    <dialog class="zoom" aria-label={say('product.zoom')} data-zoom-dialog>
      <form method="dialog">
        <button class="icon-button zoom-close" type="submit">
          <Icon name="close" />
          <span class="unseen">{say('nav.close')}</span>
        </button>
      </form>
      <div class="zoom-picture" data-zoom-picture />
      <button class="icon-button zoom-previous" type="button" data-zoom-step="-1">
        <Icon name="back" />
        <span class="unseen">{say('product.previous_picture')}</span>
      </button>
      <button class="icon-button zoom-next" type="button" data-zoom-step="1">
        <Icon name="arrow" />
        <span class="unseen">{say('product.next_picture')}</span>
      </button>
    </dialog>
  );
}
