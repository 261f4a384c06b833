import { pictureUrl, widthsOf } from '../../../../modules/media/index.ts';
import type { Scene } from '../scene.ts';

/** Whose shop it is, and the way to its front page: its logo, or its name. */
export function Wordmark({ scene: { frame, to } }: { scene: Scene }) {
  const { logo, shopName } = frame;
  return (
    <a class={logo ? 'wordmark wordmark-logo' : 'wordmark'} href={to('/')}>
      {logo ? (
        <img
          src={pictureUrl(logo.assetId, widthsOf(logo).find((width) => width >= 320) ?? logo.width, 'webp')}
          srcset={widthsOf(logo)
            .filter((width) => width <= 640)
            .map((width) => `${pictureUrl(logo.assetId, width, 'webp')} ${width}w`)
            .join(',')}
          sizes="12rem"
          width={logo.width}
          height={logo.height}
          alt={shopName}
        />
      ) : (
        shopName
      )}
    </a>
  );
}
