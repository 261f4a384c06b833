import type { Source } from './sources.ts';

export type Breach = { readonly path: string; readonly rule: string; readonly message: string };

export type House = {
  /** Module → modules whose front door it may import. */
  readonly modules: Readonly<Record<string, readonly string[]>>;
  /** `schema.table` of every table. */
  readonly tables: readonly string[];
};

const BANNED = /(^|[-_./])(utils?|helpers?|common|misc|manager|impl|dto)([-_./]|$)/i;
const LINES = 300;
const FRONT_DOOR_LINES = 40;

/** Everything in these files that breaks a rule of the house, each with a sentence that says what to do instead. */
export function breaches(files: readonly Source[], house: House): Breach[] {
  return [
    ...files.flatMap((file) => [
      ...shape(file),
      ...layers(file, house),
      ...screens(file, house),
      ...tables(file, house),
      ...looseEnds(file),
    ]),
    ...circles(files),
    ...moduleCircles(house.modules),
  ];
}

function shape(file: Source): Breach[] {
  const found: Breach[] = [];
  const lines = file.text.split('\n').length - 1;
  if (lines > LINES && !isGenerated(file)) {
    found.push(breach(file, 'length', `has ${lines} lines; split it by business noun (at most ${LINES})`));
  }
  if (BANNED.test(file.path))
    found.push(breach(file, 'name', 'has a name that says nothing; name it after what it is about'));
  if (isFrontDoor(file.path)) {
    if (lines > FRONT_DOOR_LINES)
      found.push(breach(file, 'front door', `has ${lines} lines; at most ${FRONT_DOOR_LINES}`));
    if (/export \*/.test(file.text))
      found.push(breach(file, 'front door', 'exports everything; name what you export'));
  }
  return found;
}

/** main.ts, serve.ts, web.ts, workload.ts: the files that put the house together. */
const WIRING = /^src\/[a-z]+\.ts$/;

function layers(file: Source, house: House): Breach[] {
  if (!file.path.startsWith('src/') || WIRING.test(file.path) || isScreen(file.path)) return [];
  const found = file.imports.flatMap((target) => forbidden(file, target, house));
  const isPure = /^src\/(kernel|statistics|modules\/[^/]+\/language)\//.test(file.path) && !isTest(file.path);
  const outside = isPure ? file.packages : [];
  return [
    ...found,
    ...outside.map((name) => breach(file, 'purity', `imports ${name}; what is pure imports nothing`)),
  ];
}

function forbidden(file: Source, target: string, house: House): Breach[] {
  const refuse = (message: string) => [breach(file, 'layers', message)];
  const [from, to] = [placeOf(file.path), placeOf(target)];
  if (isTest(file.path)) {
    const isOwn = from.layer === to.layer && from.name === to.name;
    const isClosed = (to.layer === 'modules' || to.layer === 'platform') && !isOwn && !isDoor(target);
    return isClosed ? refuse(`reaches past the front door into ${target}`) : [];
  }
  if (!target.startsWith('src/'))
    return refuse(`imports ${target}; what ships does not depend on tests or scripts`);
  if (isScreen(target)) return refuse(`imports ${target}, which runs in browsers only`);
  if (WIRING.test(target)) return refuse(`imports ${target}; wiring is imported by nobody`);
  if (from.layer === to.layer && from.name === to.name) return [];
  if (!MAY[from.layer]?.includes(to.layer))
    return refuse(`${from.layer} may not import ${to.layer} (${target})`);
  if ((to.layer === 'modules' || to.layer === 'platform') && from.layer !== 'platform' && !isDoor(target)) {
    return refuse(`reaches past the front door into ${target}`);
  }
  if (from.layer === 'modules' && to.layer === 'modules' && !house.modules[from.name]?.includes(to.name)) {
    return refuse(`module ${from.name} may not import ${to.name}: see src/modules/dependencies.ts`);
  }
  if (from.layer === 'apps' && to.layer === 'apps')
    return refuse(`apps do not import each other (${target})`);
  return [];
}

/** What runs in the cockpit's browser: the kit, the screens of modules, the shell around them. */
const SCREENS = /^src\/(platform\/cockpit|modules\/[^/]+\/cockpit|apps\/cockpit\/shell)\//;

function isScreen(path: string): boolean {
  return SCREENS.test(path);
}

/**
 * A screen runs on the kernel, the statistics, the kit, its own folder, the language of its module (which is pure), and the
 * cockpit's doors of modules that its module may import. Of everything else it may know the types.
 */
function screens(file: Source, house: House): Breach[] {
  if (!isScreen(file.path) || isTest(file.path)) return [];
  const from = placeOf(file.path);
  return file.valueImports.flatMap((target) => {
    const to = placeOf(target);
    const isOwn = isScreen(target) && from.layer === to.layer && from.name === to.name;
    const isKit = /^src\/platform\/cockpit\/[^/]+\/(index|words)\.ts$/.test(target);
    const isDesk = /^src\/modules\/[^/]+\/cockpit\/index\.ts$/.test(target);
    const mayKnow = from.layer === 'apps' || house.modules[from.name]?.includes(to.name);
    const isMessages = from.layer === 'apps' && target.startsWith('src/platform/cockpit/messages/');
    const isSame = from.layer === 'modules' && to.layer === 'modules' && from.name === to.name;
    const isLanguage = isSame && /^src\/modules\/[^/]+\/language\//.test(target);
    const isPure = to.layer === 'kernel' || to.layer === 'statistics' || isLanguage;
    if (isOwn || isKit || isMessages || isPure || (isDesk && mayKnow)) return [];
    return [breach(file, 'screens', `runs on ${target}, which browsers do not have; import its types only`)];
  });
}

const MAY: Readonly<Record<string, readonly string[]>> = {
  kernel: ['kernel'],
  statistics: ['kernel', 'statistics'],
  platform: ['kernel', 'platform'],
  modules: ['kernel', 'statistics', 'platform', 'modules'],
  simulator: ['kernel', 'statistics', 'platform', 'modules', 'simulator'],
  apps: ['kernel', 'statistics', 'platform', 'modules', 'simulator', 'apps'],
};

function tables(file: Source, house: House): Breach[] {
  const place = placeOf(file.path);
  if (!file.path.startsWith('src/') || isTest(file.path) || isGenerated(file)) return [];
  const owner =
    place.layer === 'modules'
      ? place.name
      : ['platform', 'simulator'].includes(place.layer)
        ? place.layer
        : '';
  return house.tables
    .filter(
      (table) =>
        table.split('.')[0] !== owner &&
        new RegExp(`\\b${table.replace('.', '\\.')}\\b(?!\\.)`).test(file.text),
    )
    .map((table) =>
      breach(file, 'tables', `names ${table}, which is not its own; ask that module's front door`),
    );
}

function looseEnds(file: Source): Breach[] {
  const words = [
    ['TO', 'DO'],
    ['FIX', 'ME'],
    ['@ts-', 'ignore'],
    ['@ts-', 'expect-error'],
  ].map((parts) => parts.join(''));
  return words
    .filter((word) => file.text.includes(word))
    .map((word) => breach(file, 'loose end', `has a ${word}`));
}

function circles(files: readonly Source[]): Breach[] {
  const graph = new Map(files.map((file) => [file.path, file.imports]));
  return findCircles(graph).map((circle) => ({
    path: circle[0] ?? '',
    rule: 'circle',
    message: `is part of a circle of imports: ${circle.join(' → ')}`,
  }));
}

function moduleCircles(modules: House['modules']): Breach[] {
  return findCircles(new Map(Object.entries(modules))).map((circle) => ({
    path: 'src/modules/dependencies.ts',
    rule: 'circle',
    message: `modules depend on each other in a circle: ${circle.join(' → ')}`,
  }));
}

function findCircles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const state = new Map<string, 'open' | 'closed'>();
  const visit = (node: string, trail: readonly string[]): void => {
    if (state.get(node) === 'closed') return;
    if (state.get(node) === 'open') {
      found.push([...trail.slice(trail.indexOf(node)), node]);
      return;
    }
    state.set(node, 'open');
    for (const next of graph.get(node) ?? []) visit(next, [...trail, node]);
    state.set(node, 'closed');
  };
  for (const node of graph.keys()) visit(node, []);
  return found;
}

function placeOf(path: string): { layer: string; name: string } {
  const [, layer = '', name = ''] = path.split('/');
  const isDivided = layer === 'modules' || layer === 'apps';
  return { layer, name: isDivided ? name : '' };
}

// A module's front door; in the platform also a single file such as platform/id.ts.
function isDoor(path: string): boolean {
  return (
    /^src\/modules\/[^/]+\/index\.ts$/.test(path) || /^src\/platform\/([^/]+\/index|[^/]+)\.ts$/.test(path)
  );
}

function isFrontDoor(path: string): boolean {
  return /^src\/(modules|platform)\/[^/]+\/index\.ts$/.test(path);
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('test/');
}

function isGenerated(file: Source): boolean {
  return file.path === 'src/platform/database/schema.ts';
}

function breach(file: Source, rule: string, message: string): Breach {
  return { path: file.path, rule, message };
}
