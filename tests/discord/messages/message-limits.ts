import { ComponentType } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { MessageBody } from '../../../src/discord/messages/message-body.ts';

/** Discord's documented limits, counted in UTF-16 units, which is never less than what Discord counts. */
export function expectWithinLimits(body: MessageBody): void {
  expect(body.allowed_mentions).toEqual({ parse: [], replied_user: false });
  expect(body.content?.length ?? 0).toBeLessThanOrEqual(2000);
  const embeds = body.embeds ?? [];
  expect((body.content ?? '') !== '' || embeds.length > 0).toBe(true);
  let total = 0;
  for (const embed of embeds) {
    expect(embed.title?.length ?? 0).toBeLessThanOrEqual(256);
    expect(embed.description?.length ?? 0).toBeLessThanOrEqual(4096);
    expect(embed.footer?.text.length ?? 0).toBeLessThanOrEqual(2048);
    total += (embed.title?.length ?? 0) + (embed.description?.length ?? 0) + (embed.footer?.text.length ?? 0);
  }
  expect(total).toBeLessThanOrEqual(6000);
  const rows = body.components ?? [];
  expect(rows.length).toBeLessThanOrEqual(5);
  const ids = rows.flatMap((row) =>
    row.components.flatMap((component) => ('custom_id' in component ? [component.custom_id] : [])),
  );
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(100);
  for (const row of rows) {
    expect(row.components.length).toBeGreaterThan(0);
    for (const component of row.components) {
      if (component.type === ComponentType.Button && 'label' in component) {
        expect(component.label).toMatch(/^.{1,80}$/u);
      }
      if (component.type === ComponentType.StringSelect) {
        expect(component.options.length).toBeLessThanOrEqual(25);
        for (const option of component.options) expect(option.label.length).toBeLessThanOrEqual(100);
      }
    }
  }
}
