export type Answer = { readonly isOk: boolean; readonly text: string };

/** Sends a form as it stands, with these fields besides; nothing when the network is away or a newer sending overtook. */
export async function send(
  form: HTMLFormElement,
  fields: Readonly<Record<string, string>>,
  accept: string,
  signal?: AbortSignal,
): Promise<Answer | undefined> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  try {
    const options = { method: 'POST', body, headers: { accept }, ...(signal ? { signal } : {}) };
    const response = await fetch(form.action, options);
    return { isOk: response.ok, text: await response.text() };
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return undefined;
    throw error;
  }
}
