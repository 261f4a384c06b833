const FONT = '-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const INK = '#1d1d1f';
const SOFT = '#5b5b62';
const EDGE = '#dcdce0';

/** Declarations for `style` attributes: what clients keep when they drop style sheets. Contrast at least 4.5:1. */
export const STYLES = {
  page: `margin:0;padding:24px 12px;background:#f4f4f6;color:${INK};font-family:${FONT};font-size:16px;line-height:1.5`,
  preview: 'display:none;max-height:0;overflow:hidden',
  sheet: `max-width:560px;margin:0 auto;padding:32px 24px;background:#ffffff;border-radius:8px`,
  shop: 'margin:0 0 24px;font-size:18px;font-weight:700',
  title: 'margin:0 0 16px;font-size:24px;line-height:1.25;font-weight:700',
  text: 'margin:0 0 16px',
  label: `margin:0;font-size:14px;color:${SOFT}`,
  fact: 'margin:0 0 16px',
  quote: `margin:4px 0 16px;padding:0 0 0 12px;border-left:3px solid ${EDGE}`,
  button:
    'display:inline-block;padding:12px 20px;background:#1d1d1f;color:#ffffff;border-radius:6px;' +
    'font-weight:600;text-decoration:none',
  code:
    'margin:0 0 16px;padding:16px;background:#f4f4f6;border-radius:6px;text-align:center;' +
    'font-family:ui-monospace,Menlo,Consolas,monospace;font-size:26px;letter-spacing:3px',
  list: `margin:0 0 16px;padding:0;list-style:none;border-top:1px solid ${EDGE}`,
  item: `margin:0;padding:12px 0;border-bottom:1px solid ${EDGE};overflow:hidden`,
  detail: `font-size:14px;color:${SOFT}`,
  right: 'float:right;margin-left:16px;white-space:nowrap',
  amounts: 'margin:0 0 24px',
  amount: 'padding:3px 0;overflow:hidden',
  total: 'padding:6px 0;overflow:hidden;font-size:18px;font-weight:700',
  heading: 'margin:32px 0 4px;font-size:18px;line-height:1.3;font-weight:700',
  figures: 'margin:12px 0 8px;font-size:0',
  figure:
    'display:inline-block;width:50%;min-width:150px;box-sizing:border-box;padding:0 12px 12px 0;' +
    'vertical-align:top;font-size:16px',
  value: 'font-size:22px;line-height:1.3;font-weight:700;white-space:nowrap',
  picture: 'display:block;width:100%;max-width:512px;height:auto;margin:0 0 16px;border-radius:6px',
  table: `width:100%;margin:0 0 16px;border-collapse:collapse;font-size:14px;line-height:1.4`,
  head: `padding:6px 0 6px 8px;text-align:right;font-weight:400;color:${SOFT};border-bottom:1px solid ${EDGE}`,
  cell: `padding:7px 0 7px 8px;text-align:right;white-space:nowrap;border-bottom:1px solid ${EDGE}`,
  first: 'padding-left:0;text-align:left;white-space:normal;overflow-wrap:break-word',
  small: `margin:0 0 12px;font-size:13px;color:${SOFT}`,
  link: `color:${SOFT};text-decoration:underline`,
  foot: `max-width:560px;margin:16px auto 0;padding:0 24px;font-size:13px;color:${SOFT}`,
} as const;

/** For clients that know the reader's choice: stronger than the attributes above. */
export const DARK =
  '@media (prefers-color-scheme:dark){' +
  '.page{background:#111113!important;color:#f2f2f4!important}' +
  '.sheet{background:#1c1c1f!important}' +
  '.soft{color:#b4b4bc!important}.edge{border-color:#3c3c42!important}.box{background:#2a2a2e!important}' +
  '.button{background:#f2f2f4!important;color:#1c1c1f!important}}';
