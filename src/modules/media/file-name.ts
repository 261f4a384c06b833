/**
 * What an asset's file is called here: the last part of a path, without what some system takes for more than
 * a name, so that an export may write a file of this name into a folder.
 *
 * @example fileNameOf('pictures\\Mug: red.JPG') // 'Mug- red.JPG'
 */
export function fileNameOf(path: string): string {
  const last = path.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go.
    .replace(/[:*?"<>|\u0000-\u001f\u007f]/g, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const { stem, ending } = partsOf(plain);
  return `${stem.slice(0, 180)}${ending}`;
}

/** `mug.jpg` as `mug~1a2b3c4d.jpg`: for the second asset of a name. */
export function distinctFileName(name: string, id: string): string {
  const { stem, ending } = partsOf(name);
  return `${stem}~${id.slice(-8)}${ending}`;
}

function partsOf(name: string): { readonly stem: string; readonly ending: string } {
  const at = name.search(/\.[a-z0-9]{1,10}$/i);
  return at < 1 ? { stem: name, ending: '' } : { stem: name.slice(0, at), ending: name.slice(at) };
}
