import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import type { Desk, Screen } from '../../../platform/cockpit/desk/index.ts';
import { ErrorState, LoadingState, NoPermission } from '../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../platform/cockpit/state/index.ts';
import { writtenIn } from '../../../platform/cockpit/text/index.ts';
import { DESKS } from './desks.ts';
import { Frame } from './frame/frame.tsx';
import { Home } from './frame/home.tsx';
import { NotFound } from './frame/not-found.tsx';
import { Gate } from './gate/gate.tsx';
import { loadMessages, Spoken } from './spoken.tsx';

const root = createRootRoute({
  component: () => (
    <Gate>
      <Frame>
        <Outlet />
      </Frame>
    </Gate>
  ),
  notFoundComponent: NotFound,
});
const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });
const screens = DESKS.flatMap((desk) => desk.screens.map((screen) => routeOf(desk, screen)));

/** The addresses of all desks below `/cockpit`, within the frame, behind the gate. */
export const router = createRouter({
  routeTree: root.addChildren([home, ...screens]),
  basepath: '/cockpit',
  defaultPreload: 'intent',
  defaultPendingComponent: () => <LoadingState lines={8} />,
  defaultErrorComponent: ({ error, reset }) => (
    <ErrorState error={error instanceof Error ? error : new Error(String(error))} retry={reset} />
  ),
  scrollRestoration: true,
});

/** A screen is loaded when somebody goes there, with its desk's messages in what is likely their language. */
function routeOf(desk: Desk, screen: Screen): AnyRoute {
  const load = async () => {
    const words = loadMessages(desk, writtenIn().language);
    const [{ Screen: Drawn }] = await Promise.all([screen.load(), words]);
    const Guarded = () =>
      useMay()(screen.permission) ? (
        <Spoken desk={desk}>
          <Drawn />
        </Spoken>
      ) : (
        <NoPermission permission={screen.permission} />
      );
    return { Guarded };
  };
  return createRoute({
    getParentRoute: () => root,
    path: screen.path,
    component: lazyRouteComponent(load, 'Guarded'),
  });
}
