export { type LinkDeps, registerLinks } from './register.ts';
