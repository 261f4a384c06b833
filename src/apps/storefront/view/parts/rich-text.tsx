/** HTML that was sanitised when it was stored. */
export function RichText({ html, class: name = '' }: { html: string; class?: string }) {
  return <div class={`prose ${name}`.trim()} dangerouslySetInnerHTML={{ __html: html }} />;
}
