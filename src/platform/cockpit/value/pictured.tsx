import styles from './pictured.module.css';
import { type PictureOf, Thumbnail } from './thumbnail.tsx';

/** A thing as people know it: its picture, what it is called, and below that what tells it from its like. */
export function Pictured(props: {
  readonly picture?: PictureOf | undefined;
  readonly title: string;
  readonly detail?: string;
  readonly size?: number;
}) {
  const { picture, title, detail = '', size = 36 } = props;
  return (
    <span className={styles.whole}>
      <Thumbnail of={picture} size={size} />
      <span className={styles.texts}>
        <span className={styles.title}>{title}</span>
        <span className={styles.detail}>{detail}</span>
      </span>
    </span>
  );
}
