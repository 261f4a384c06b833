import { createHash } from 'node:crypto';

/** The whole look of these pages; contrast at least 4.5:1 in both. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1d1d1f;--soft:#5b5b62;--paper:#f4f4f6;--sheet:#fff;--edge:#dcdce0;--accent:#3b5bdb;--pale:#c3cbee}
@media(prefers-color-scheme:dark){:root{--ink:#f2f2f4;--soft:#b4b4bc;--paper:#111113;--sheet:#1c1c1f;--edge:#3c3c42;--accent:#8da2fb;--pale:#3d4775}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 -apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif}
main{max-width:1080px;margin:0 auto;padding:32px 20px 16px}
footer{max-width:1080px;margin:0 auto;padding:0 20px 40px;color:var(--soft);font-size:14px}
.shop{margin:0;color:var(--soft)}
h1{margin:0 0 24px;font-size:28px;line-height:1.25}
.blocks{display:grid;gap:16px;grid-template-columns:repeat(auto-fill,minmax(min(100%,480px),1fr))}
section{padding:20px;border:1px solid var(--edge);border-radius:12px;background:var(--sheet);min-width:0}
h2{margin:0;font-size:18px;line-height:1.3}
.detail{margin:2px 0 0;color:var(--soft);font-size:14px}
.figures{display:grid;gap:12px 20px;margin:16px 0 4px;grid-template-columns:repeat(auto-fill,minmax(140px,1fr))}
.figures div{min-width:0}
dt{color:var(--soft);font-size:14px}
dd{margin:0}
.value{font-size:22px;line-height:1.3;font-weight:700;font-variant-numeric:tabular-nums}
.change{color:var(--soft);font-size:14px}
.said{margin:12px 0 0}
figure{margin:16px 0 0}
svg{display:block;width:100%;height:auto;overflow:visible}
svg text{font-family:inherit;fill:var(--soft)}
svg .ink{fill:var(--ink)}
.grid{stroke:var(--edge)}.now{stroke:var(--accent)}.before{stroke:var(--soft)}.dot,.bar{fill:var(--accent)}.bar-before{fill:var(--pale)}
.table{margin:16px 0 0;overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:14px;font-variant-numeric:tabular-nums}
th,td{padding:7px 0 7px 12px;border-bottom:1px solid var(--edge);text-align:right;white-space:nowrap;font-weight:400}
th:first-child{padding-left:0;text-align:left;white-space:normal;overflow-wrap:anywhere}
thead th{color:var(--soft)}
.total th,.total td{font-weight:700}
.alone{max-width:560px;margin:12vh auto 0}
button{padding:12px 20px;border:0;border-radius:8px;background:var(--ink);color:var(--sheet);font:inherit;font-weight:600;cursor:pointer}
button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
`;

const HASH = createHash('sha256').update(STYLE).digest('base64');

/** Nothing runs, nothing is loaded, nothing is framed; the one form goes to these pages themselves. */
export const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${HASH}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
