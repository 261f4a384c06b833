import { glob, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const NAME = 'virtual:controls.css';
/** Without the resolved name's zero byte Vite would not take it for a file of styles. */
const RESOLVED = '\0institor/controls.css';

/**
 * `virtual:controls.css`: the styles of Mantine's controls that some source uses and of those that they are made of, in
 * Mantine's own order, which its rules rely on. The styles of all would be an eighth of what the cockpit loads first.
 */
export function controlStyles(root: string, sources: readonly string[]): Plugin {
  const folder = join(root, 'node_modules/@mantine/core');
  return {
    name: 'institor-control-styles',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: async (id) => {
      if (id !== RESOLVED) return undefined;
      const styles = await stylesOf(folder);
      const parts = await partsOf(folder);
      const wanted = new Set<string>();
      const want = (control: string) => {
        if (wanted.has(control)) return;
        wanted.add(control);
        for (const part of parts.get(control) ?? []) want(part);
      };
      for (const control of await usedIn(root, sources)) want(control);
      return styles
        .filter(({ control }) => wanted.has(control) || !/^[A-Z]/.test(control))
        .map(({ css }) => css)
        .join('\n');
    },
  };
}

/** Every control's styles, in the order of the whole; those of no control (`global`) among them. */
async function stylesOf(
  folder: string,
): Promise<readonly { readonly control: string; readonly css: string }[]> {
  const whole = await readFile(join(folder, 'styles.css'), 'utf8');
  const files = (await readdir(join(folder, 'styles'))).filter((file) => !file.endsWith('.layer.css'));
  const styles = await Promise.all(
    files.map(async (file) => {
      const css = (await readFile(join(folder, 'styles', file), 'utf8')).trim();
      const at = whole.indexOf(css.slice(0, 400));
      if (at < 0) throw new Error(`Mantine's styles.css does not have ${file}: its order is not known`);
      return { control: file.replace('.css', ''), css, at };
    }),
  );
  return styles.toSorted((a, b) => a.at - b.at);
}

/** Which controls a control's own files import. */
async function partsOf(folder: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const parts = new Map<string, Set<string>>();
  for await (const file of glob('esm/components/*/**/*.mjs', { cwd: folder })) {
    const control = file.split('/')[2] ?? '';
    const text = await readFile(join(folder, file), 'utf8');
    const found = parts.get(control) ?? new Set();
    for (const [, part = ''] of text.matchAll(/from "(?:\.\.\/)+(?:utils\/)?([A-Z]\w+)\//g)) found.add(part);
    parts.set(control, found);
  }
  return parts;
}

async function usedIn(root: string, sources: readonly string[]): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  for await (const file of glob([...sources], { cwd: root })) {
    const text = await readFile(join(root, file), 'utf8');
    for (const [, names = ''] of text.matchAll(
      /import \{([^}]*)\} from '@mantine\/(?:core|notifications)'/g,
    )) {
      for (const name of names.split(',')) used.add(name.replace('type ', '').trim());
    }
  }
  // What notifications are made of, which import nothing by a path of ours.
  return used.add('Notification').add('CloseButton');
}
