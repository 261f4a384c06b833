import { CalendarHeart, type LucideIcon, PackageX, PencilLine, Percent, PowerOff, Tag } from 'lucide-react';
import styles from './annotations.module.css';
import type { Kind } from './mark.ts';

const ICONS: Readonly<Record<Kind, LucideIcon>> = {
  ...{ note: PencilLine, price: Tag, promotion: Percent, stock_out: PackageX, outage: PowerOff },
  holiday: CalendarHeart,
};

/** Kinds differ by their shape: colour only helps. */
export function KindIcon({ kind, size = 13 }: { readonly kind: Kind; readonly size?: number }) {
  const Icon = ICONS[kind];
  return <Icon size={size} aria-hidden className={styles.icon} data-kind={kind} />;
}
