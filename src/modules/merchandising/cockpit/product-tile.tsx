import { Image } from 'lucide-react';
import styles from './collection.module.css';

type Product = {
  readonly title: string;
  readonly thumbnail?: { readonly assetId: string; readonly placeholderColor: string } | undefined;
};

/** A product as a card of a collection shows it. */
export function ProductTile({ product: { title, thumbnail } }: { readonly product: Product }) {
  return (
    <div className={styles.tile}>
      <div className={styles.picture} style={{ background: thumbnail?.placeholderColor }}>
        {thumbnail ? (
          <img src={`/media/${thumbnail.assetId}/320.webp`} alt="" loading="lazy" draggable={false} />
        ) : (
          <Image size={24} aria-hidden />
        )}
      </div>
      <div className={styles.title}>{title}</div>
    </div>
  );
}
