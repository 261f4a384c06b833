/** The reference's own look: a file of ours, as the content security policy wants it. */
export const REFERENCE_CSS = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; grid-template-columns: minmax(14rem, 18rem) minmax(0, 60rem); gap: 2rem; }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1rem; box-sizing: border-box; }
nav ul { list-style: none; padding: 0; margin: 0 0 1rem; }
nav h3 { margin: 1rem 0 0.25rem; font-size: 0.9rem; }
main { padding: 1rem; }
article { border-top: 1px solid color-mix(in srgb, currentcolor 25%, transparent); padding: 1rem 0; }
.address span { opacity: 0.75; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
th, td { text-align: start; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; overflow-wrap: anywhere; }
@media (max-width: 60rem) { body { display: block; } nav { position: static; height: auto; } }
`;
