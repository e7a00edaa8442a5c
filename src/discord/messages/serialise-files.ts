import { ComponentType } from 'discord-api-types/v10';
import type { RawFile } from 'discord.js';
import type { APIFileComponent, APIMediaGalleryComponent } from 'discord-api-types/v10';
import type { MessageBody } from './message-body.ts';
import type { FileView, MessageView } from './message-view.ts';

/** Where a message of Components V2 shows its attachments: one that none names is refused. */
export function serialiseFiles(
  files: readonly FileView[] = [],
): readonly (APIFileComponent | APIMediaGalleryComponent)[] {
  return files.map(({ name, type, description }) => {
    const media = { url: `attachment://${name}` };
    if (!type.startsWith('image/')) return { type: ComponentType.File, file: media };
    const item = { media, ...(description !== undefined && { description }) };
    return { type: ComponentType.MediaGallery, items: [item] };
  });
}

/** A request with that body, and with the files that it names. */
export function withFiles<B extends object>(
  body: B,
  { files = [] }: MessageView,
): { readonly body: B; readonly files?: RawFile[] } {
  const isNamed = 'attachments' in body || ('data' in body && typeof body.data === 'object');
  if (files.length === 0 || !isNamed) return { body };
  return {
    body,
    files: files.map(({ name, bytes, type }) => ({ name, data: Buffer.from(bytes), contentType: type })),
  };
}

/** What the request has to name of its files; nothing without any. */
export function attachmentsOf({ files = [] }: MessageView): Pick<MessageBody, 'attachments'> {
  if (files.length === 0) return {};
  return {
    attachments: files.map(({ name, description }, id) => ({
      id: String(id),
      filename: name,
      ...(description !== undefined && { description }),
    })),
  };
}
