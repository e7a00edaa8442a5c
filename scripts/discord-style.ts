/** Discord's colours, measures and type, as far as a message of the bot shows them. */

/** Pixels: a column of the desktop client, and a phone held upright. */
export const WIDTHS = { desktop: 640, phone: 375 } as const;

export const THEMES = {
  dark: {
    page: '#313338',
    card: '#2b2d31',
    line: '#3f4147',
    text: '#dbdee1',
    strong: '#f2f3f5',
    quiet: '#949ba4',
    link: '#00a8fc',
    bar: '#4e5058',
    button: '#4e5058',
    buttonText: '#ffffff',
    field: '#1e1f22',
  },
  light: {
    page: '#ffffff',
    card: '#f2f3f5',
    line: '#e1e2e4',
    text: '#313338',
    strong: '#060607',
    quiet: '#5c5e66',
    link: '#006ce7',
    bar: '#c4c9ce',
    button: '#e3e5e8',
    buttonText: '#313338',
    field: '#ebedef',
  },
} as const;

export type Theme = keyof typeof THEMES;

export function pageStyle(theme: Theme, width: number): string {
  const variables = Object.entries(THEMES[theme]).map(([name, value]) => `--${name}: ${value};`);
  return `:root { ${variables.join(' ')} --width: ${width}px; }\n${STYLE}`;
}

const STYLE = `
body { margin: 0; background: var(--page); }
main { box-sizing: border-box; width: var(--width); padding: 12px 16px; overflow: hidden; background: var(--page); color: var(--text);
  font: 16px/22px "gg sans", "Open Sans", "Noto Sans", "Helvetica Neue", Arial, sans-serif; }
.message { display: flex; gap: 16px; }
.avatar { flex: 0 0 40px; height: 40px; border-radius: 50%; overflow: hidden; }
.body { flex: 1; min-width: 0; }
.author { color: var(--strong); font-weight: 600; }
.app { background: #5865f2; color: #fff; border-radius: 4px; font-size: 10px; font-weight: 600; padding: 2px 5px; margin: 0 6px; vertical-align: 2px; }
.time { color: var(--quiet); font-size: 12px; }
.card { max-width: 560px; margin-top: 4px; padding: 12px 16px 14px; border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 8px; background: var(--card); box-sizing: border-box; }
.card > * + * { margin-top: 8px; }
.embed { max-width: 516px; margin-top: 4px; padding: 10px 16px 14px 12px; border-left: 4px solid var(--accent); border-radius: 4px; background: var(--card); box-sizing: border-box; font-size: 14px; line-height: 19px; }
.embed .title { color: var(--strong); font-size: 16px; font-weight: 600; line-height: 22px; margin-bottom: 8px; }
.embed .footer { color: var(--quiet); font-size: 12px; margin-top: 8px; }
.section { display: flex; gap: 12px; align-items: flex-start; justify-content: space-between; }
.section > .texts { flex: 1; min-width: 0; }
.gap { height: 1px; } .gap.rule { background: var(--line); }
h3 { color: var(--strong); font-size: 16px; line-height: 22px; margin: 0; font-weight: 700; }
.line { min-height: 10px; overflow-wrap: anywhere; }
.item { display: list-item; list-style: disc; margin-left: calc(20px * (1 + var(--depth))); }
.quote { display: flex; margin: 2px 0; }
.quote > i { flex: 0 0 4px; border-radius: 4px; background: var(--bar); }
.quote > div { padding: 0 8px 0 12px; min-width: 0; overflow-wrap: anywhere; }
.small { color: var(--quiet); font-size: 13px; line-height: 18px; overflow-wrap: anywhere; }
strong { color: var(--strong); font-weight: 700; }
a { color: var(--link); text-decoration: none; }
code { background: var(--field); border-radius: 3px; padding: 0 3px; font-size: 85%; }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }
.button { background: var(--button); color: var(--buttonText); border-radius: 8px; font-size: 14px; font-weight: 500; line-height: 18px; padding: 7px 14px; white-space: nowrap; }
.button.off { opacity: .5; }
.select { display: flex; justify-content: space-between; align-items: center; width: 100%; max-width: 400px; box-sizing: border-box; padding: 10px 12px; background: var(--field); border-radius: 8px; color: var(--quiet); font-size: 14px; }
.arrow { width: 7px; height: 7px; border: solid var(--quiet); border-width: 0 2px 2px 0; transform: rotate(45deg) translate(-3px, -3px); }
`;
