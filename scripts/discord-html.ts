import { ComponentType } from 'discord-api-types/v10';
import type { MessageBody } from '../src/discord/messages/message-body.ts';

/** One message of the bot as elements of @skyra/discord-components-core. */
export function messageHtml(body: MessageBody, command: string): string {
  const embed = body.embeds?.[0];
  const colour = `#${(embed?.color ?? 0).toString(16).padStart(6, '0')}`;
  return `
<discord-messages no-background>
  <discord-message author="Verbatim" avatar="data:image/svg+xml,${encodeURIComponent(AVATAR)}" bot role-color="#e9e9ea" timestamp="Today at 10:24">
    <discord-command slot="reply" author="Mara" role-color="#f0b8a0" avatar="data:image/svg+xml,${encodeURIComponent(READER)}" command="/${command}" type="slash_command"></discord-command>
    ${
      embed
        ? `<discord-embed slot="embeds" color="${colour}"><discord-embed-description slot="description">
      ${embed.title === undefined ? '' : `<div class="title">${inlineHtml(embed.title)}</div>`}
      <div class="text">${markdownHtml(embed.description ?? '')}</div></discord-embed-description>
      ${embed.footer ? `<discord-embed-footer slot="footer">${escapeHtml(embed.footer.text)}</discord-embed-footer>` : ''}
    </discord-embed>`
        : ''
    }
    ${body.content ? markdownHtml(body.content) : ''}
    ${rowsHtml(body)}
  </discord-message>
</discord-messages>`;
}

function rowsHtml(body: MessageBody): string {
  const rows = (body.components ?? []).map((row) => {
    const parts = row.components.map((component) => {
      if (component.type === ComponentType.StringSelect) {
        return `<div class="select"><span>${escapeHtml(component.placeholder ?? '')}</span><span class="arrow"></span></div>`;
      }
      if (component.type !== ComponentType.Button || !('label' in component)) return '';
      const disabled = component.disabled ? ' disabled' : '';
      return `<discord-button type="secondary"${disabled}>${escapeHtml(component.label ?? '')}</discord-button>`;
    });
    return `<discord-action-row>${parts.join('')}</discord-action-row>`;
  });
  return rows.length === 0
    ? ''
    : `<discord-attachments slot="components">${rows.join('')}</discord-attachments>`;
}

/** The Markdown that the bot writes, as Discord's client shows it: quotes, small print, headings, bold, italics, links. */
export function markdownHtml(markdown: string): string {
  const html: string[] = [];
  let quote: string[] = [];
  const endQuote = () => {
    if (quote.length > 0) html.push(`<div class="quote"><i></i><div>${quote.join('<br>')}</div></div>`);
    quote = [];
  };
  for (const line of markdown.split('\n')) {
    if (line.startsWith('> ')) {
      quote.push(inlineHtml(line.slice(2)));
      continue;
    }
    endQuote();
    if (line.startsWith('-# ')) html.push(`<div class="small">${inlineHtml(line.slice(3))}</div>`);
    else if (line.startsWith('### ')) html.push(`<h3>${inlineHtml(line.slice(4))}</h3>`);
    else html.push(`<div class="line">${inlineHtml(line)}</div>`);
  }
  endQuote();
  return html.join('');
}

const INLINE =
  /\\(?<escaped>[^0-9A-Za-z\s])|\*\*(?<bold>(?:\\.|[^\\])+?)\*\*(?!\*)|\*(?<italic>(?:\\.|[^\\*])+?)\*|\[(?<label>[^\]]+)\]\((?<url>[^)\s]+)\)|`(?<code>[^`]+)`/gsu;

function inlineHtml(markdown: string): string {
  let html = '';
  let from = 0;
  for (const match of markdown.matchAll(INLINE)) {
    html += escapeHtml(markdown.slice(from, match.index));
    const { escaped, bold, italic, label, url, code } = match.groups ?? {};
    if (escaped !== undefined) html += escapeHtml(escaped);
    else if (bold !== undefined) html += `<strong>${inlineHtml(bold)}</strong>`;
    else if (italic !== undefined) html += `<em>${inlineHtml(italic)}</em>`;
    else if (code !== undefined) html += `<code>${escapeHtml(code)}</code>`;
    else if (label !== undefined) html += `<a href="${escapeHtml(url ?? '')}">${inlineHtml(label)}</a>`;
    from = match.index + match[0].length;
  }
  return html + escapeHtml(markdown.slice(from));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);
}

const AVATAR = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><rect width="80" height="80" fill="#2d6a5f"/><path d="M18 46c0-14 6-22 16-26l3 5c-6 3-9 7-9 11h8v18H18zm26 0c0-14 6-22 16-26l3 5c-6 3-9 7-9 11h8v18H44z" fill="#f4efe2"/></svg>`;
const READER = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><rect width="80" height="80" fill="#b5654a"/><circle cx="40" cy="31" r="13" fill="#f6d9c4"/><path d="M14 80c2-20 13-29 26-29s24 9 26 29z" fill="#f6d9c4"/></svg>`;

/** An embed is 516 wide at most; the rest is the avatar's column and a margin. */
export const PAGE_WIDTH = 640;

/** By element, for their shadow roots: the components have the colours of an older client. */
export const INNER_STYLES = {
  'discord-embed': '.discord-embed-wrapper { background: #2b2d31 !important; max-width: 516px !important; }',
  'discord-button':
    ':host > *:first-child { background: #4e5058 !important; border-radius: 8px !important; font-weight: 500; font-family: inherit !important; }',
} as const;

/** What the components leave to the page: Discord's dark theme, and Markdown that they have no element for. */
export const PAGE_STYLE = `
body { margin: 0; background: #313338; }
main { width: ${PAGE_WIDTH}px; padding: 8px 0; overflow: hidden; background: #313338; font-family: "gg sans", "Open Sans", "Noto Sans", "Helvetica Neue", Arial, sans-serif; }
discord-messages { border: 0 !important; }
discord-messages, discord-messages * { font-family: inherit; }
.title { color: #f2f3f5; font-size: 16px; font-weight: 600; line-height: 22px; margin-bottom: 8px; }
.text { color: #dbdee1; font-size: 14px; line-height: 19px; white-space: normal; }
.line { min-height: 8px; }
.line:empty { height: 8px; }
.quote { display: flex; }
.quote > i { flex: 0 0 4px; border-radius: 4px; background: #4e5058; }
.quote > div { padding: 0 8px 0 12px; }
.small { color: #949ba4; font-size: 12px; line-height: 18px; margin: 2px 0; }
.text strong { color: #f2f3f5; font-weight: 700; }
.small strong { color: #b5bac1; }
.text a { color: #00a8fc; text-decoration: none; }
.text code { background: #1e1f22; border-radius: 3px; padding: 0 3px; font-size: 85%; }
.text h3 { color: #f2f3f5; font-size: 16px; margin: 4px 0; }
.select { display: flex; justify-content: space-between; align-items: center; width: 400px; box-sizing: border-box; padding: 10px 12px; background: #1e1f22; border-radius: 8px; color: #949ba4; font-size: 14px; margin: 4px 0; }
.select .arrow { width: 8px; height: 8px; border: solid #b5bac1; border-width: 0 2px 2px 0; transform: rotate(45deg) translate(-3px, -3px); }
`;
