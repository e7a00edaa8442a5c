import { parseDocument } from 'yaml';

const FENCE = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?=\n|$)/;

/** The same file under another title; all else of it stays as it is written. @param markdown with a front matter */
export function retitleMarkdown(markdown: string, title: string): string {
  return markdown.replace(/\r\n?/g, '\n').replace(FENCE, (_, yaml: string) => {
    const document = parseDocument(yaml);
    document.set('title', title);
    return `---\n${document.toString({ lineWidth: 0 })}---`;
  });
}
