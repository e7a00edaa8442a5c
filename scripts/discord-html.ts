import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type {
  APIButtonComponent,
  APIComponentInContainer,
  APIEmbed,
  APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import type { MessageBody } from '../src/discord/messages/message-body.ts';
import type { FileView } from '../src/discord/messages/message-view.ts';

/** One message of the bot as a Discord client shows it. @param files that its pictures are */
export function messageHtml(body: MessageBody, files: readonly FileView[] = []): string {
  const componentHtml = componentWith(files);
  return `<div class="message"><div class="avatar">${AVATAR}</div><div class="body">
<div><span class="author">Verbatim</span><span class="app">APP</span><span class="time">Today at 10:24</span></div>
${body.content ? markdownHtml(body.content) : ''}
${(body.embeds ?? []).map(embedHtml).join('')}
${(body.components ?? []).map(componentHtml).join('')}
</div></div>`;
}

function embedHtml({ title, description, footer, color }: APIEmbed): string {
  return `<div class="embed" style="${accent(color)}">
${title === undefined ? '' : `<div class="title">${inlineHtml(title)}</div>`}
${markdownHtml(description ?? '')}
${footer ? `<div class="footer">${escapeHtml(footer.text)}</div>` : ''}</div>`;
}

type Component = APIMessageTopLevelComponent | APIComponentInContainer;

/** @throws Error for a kind of component that the bot has begun to send and the pictures do not know */
function componentWith(files: readonly FileView[]): (component: Component) => string {
  return function componentHtml(component: Component): string {
    switch (component.type) {
      case ComponentType.Container:
        return `<div class="card" style="${accent(component.accent_color ?? undefined)}">${component.components.map(componentHtml).join('')}</div>`;
      case ComponentType.TextDisplay:
        return `<div>${markdownHtml(component.content)}</div>`;
      case ComponentType.Separator:
        return `<div class="gap${component.divider === false ? '' : ' rule'}"></div>`;
      case ComponentType.Section: {
        const texts = component.components.map(componentHtml).join('');
        const { accessory } = component;
        const beside = accessory.type === ComponentType.Button ? buttonHtml(accessory) : '';
        return `<div class="section"><div class="texts">${texts}</div>${beside}</div>`;
      }
      case ComponentType.ActionRow:
        return `<div class="row">${component.components
          .map((control) => {
            if (control.type === ComponentType.Button) return buttonHtml(control);
            return `<div class="select"><span>${escapeHtml(control.placeholder ?? '')}</span><span class="arrow"></span></div>`;
          })
          .join('')}</div>`;
      case ComponentType.MediaGallery:
        return component.items.map(({ media }) => imageHtml(files, media.url)).join('');
      default:
        throw new Error(`The pictures do not know components of type ${component.type}.`);
    }
  };
}

/** An attachment as the picture that it is. */
function imageHtml(files: readonly FileView[], url: string): string {
  const file = files.find(({ name }) => url === `attachment://${name}`);
  if (!file) throw new Error(`The message names ${url}, but has no such file.`);
  const data = Buffer.from(file.bytes).toString('base64');
  return `<img src="data:${file.type};base64,${data}" style="max-width: 100%; border-radius: 8px">`;
}

function buttonHtml(button: APIButtonComponent): string {
  const label = 'label' in button ? (button.label ?? '') : '';
  const sign = button.style === ButtonStyle.Link ? ' ↗' : '';
  return `<div class="button${button.disabled ? ' off' : ''}">${escapeHtml(label)}${sign}</div>`;
}

function accent(colour: number | undefined): string {
  return `--accent: #${(colour ?? 0).toString(16).padStart(6, '0')}`;
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
    else if (/^ *- /u.test(line)) html.push(listItemHtml(line));
    else if (line.startsWith('### ')) html.push(`<h3>${inlineHtml(line.slice(4))}</h3>`);
    else html.push(`<div class="line">${inlineHtml(line)}</div>`);
  }
  endQuote();
  return html.join('');
}

function listItemHtml(line: string): string {
  const depth = line.indexOf('-') / 2;
  return `<div class="item" style="--depth: ${depth}">${inlineHtml(line.trimStart().slice(2))}</div>`;
}

/** Who the ids of the pictures stand for; a client shows its own names. */
const PEOPLE = ['Ada', 'Bob', 'Cem', 'Dora'] as const;

const INLINE =
  /\\(?<escaped>[^0-9A-Za-z\s])|\*\*(?<bold>(?:\\.|[^\\])+?)\*\*(?!\*)|\*(?<italic>(?:\\.|[^\\*])+?)\*|\[(?<label>[^\]]+)\]\((?<url>[^)\s]+)\)|`(?<code>[^`]+)`|<@(?<person>\d+)>|<t:(?<moment>\d+):R>/gsu;

function inlineHtml(markdown: string): string {
  let html = '';
  let from = 0;
  for (const match of markdown.matchAll(INLINE)) {
    html += escapeHtml(markdown.slice(from, match.index));
    const { escaped, bold, italic, label, url, code, person, moment } = match.groups ?? {};
    if (escaped !== undefined) html += escapeHtml(escaped);
    else if (bold !== undefined) html += `<strong>${inlineHtml(bold)}</strong>`;
    else if (italic !== undefined) html += `<em>${inlineHtml(italic)}</em>`;
    else if (code !== undefined) html += `<code>${escapeHtml(code)}</code>`;
    else if (label !== undefined) html += `<a href="${escapeHtml(url ?? '')}">${inlineHtml(label)}</a>`;
    else if (person !== undefined) html += `<a>@${PEOPLE[Number(person) % PEOPLE.length] ?? ''}</a>`;
    else if (moment !== undefined) html += '<code>in 30 seconds</code>';
    from = match.index + match[0].length;
  }
  return html + escapeHtml(markdown.slice(from));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);
}

const AVATAR = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><rect width="80" height="80" fill="#2d6a5f"/><path d="M18 46c0-14 6-22 16-26l3 5c-6 3-9 7-9 11h8v18H18zm26 0c0-14 6-22 16-26l3 5c-6 3-9 7-9 11h8v18H44z" fill="#f4efe2"/></svg>`;
