/** JSON that cannot end the script element it stands in: every `<` is written as an escape. */
export function jsonForScript(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
