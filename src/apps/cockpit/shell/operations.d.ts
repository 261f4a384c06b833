/** Made by scripts/build-cockpit.ts of the admin API's contract. */
declare module 'virtual:operations' {
  export const ROUTES: import('../../../platform/cockpit/api/index.ts').Routes;
}

/** Made by scripts/control-styles.ts: the styles of the controls that are used. */
declare module 'virtual:controls.css';
