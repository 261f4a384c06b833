/**
 * Saves what the API gave as a file under a name, as a link to it would: what the API refuses can be said on the screen then,
 * where a link would leave for a page with the problem on it.
 */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Browsers begin to save after the click; Safari takes the address until then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
