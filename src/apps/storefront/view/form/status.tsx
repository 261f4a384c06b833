import type { HiddenFields, StatusNote } from '../../model/index.ts';
import { Icon } from '../parts/icon.tsx';

/** What just happened, with the way back where there is one. */
export function Status({ note }: { note: StatusNote | undefined }) {
  if (!note) return null;
  return (
    <div class={`status status-${note.kind}`} role={note.kind === 'failed' ? 'alert' : 'status'}>
      <Icon name={note.kind === 'done' ? 'check' : 'alert'} />
      <p>{note.text}</p>
      {note.link && <a href={note.link.href}>{note.link.title}</a>}
      {note.undo && (
        <form method="post" action={note.undo.action}>
          <Hidden fields={note.undo.fields} />
          <button class="link-button" type="submit">
            {note.undo.label}
          </button>
        </form>
      )}
    </div>
  );
}

export function Hidden({ fields }: { fields: HiddenFields }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
