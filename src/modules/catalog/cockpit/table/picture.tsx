import { Image } from 'lucide-react';
import styles from './picture.module.css';

type Thumbnail = { readonly assetId: string; readonly placeholderColor: string };

/** A small picture of something, or the place of one. */
export function Picture(props: {
  readonly of: Thumbnail | undefined;
  readonly size?: number;
  readonly alt?: string;
}) {
  const { of, size = 32, alt = '' } = props;
  const frame = { width: size, height: size, background: of?.placeholderColor };
  return (
    <span className={styles.frame} style={frame}>
      {of ? (
        <img src={addressOf(of.assetId, 160)} alt={alt} loading="lazy" width={size} height={size} />
      ) : (
        <Image size={size / 2} aria-hidden />
      )}
    </span>
  );
}

export function addressOf(assetId: string, width: 160 | 320 | 640 | 960): string {
  return `/media/${assetId}/${width}.webp`;
}
