import styles from './thumbnail.module.css';

/** A picture as the API tells of it. */
export type PictureOf = { readonly assetId: string; readonly placeholderColor: string };

/** A small square picture of goods, or its place. What it shows is said beside it, so that it has no text of its own. */
export function Thumbnail({ of, size = 36 }: { readonly of: PictureOf | undefined; readonly size?: number }) {
  if (of === undefined) return <span className={styles.picture} style={{ width: size, height: size }} />;
  return (
    <img
      alt=""
      className={styles.picture}
      src={`/media/${of.assetId}/160.webp`}
      loading="lazy"
      width={size}
      height={size}
      style={{ backgroundColor: of.placeholderColor }}
    />
  );
}
