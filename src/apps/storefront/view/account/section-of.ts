import type { AccountSection } from '../../model/index.ts';
import type { Scene } from '../scene.ts';

export type SectionProps<Name extends AccountSection['name']> = {
  readonly section: Extract<AccountSection, { name: Name }>;
  readonly scene: Scene;
};
