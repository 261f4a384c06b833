export { registerCockpit } from './register.ts';
