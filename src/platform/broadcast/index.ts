export { type Heard, type Listener, listen } from './listen.ts';
export { type StandingClient, standClient } from './standing-client.ts';
