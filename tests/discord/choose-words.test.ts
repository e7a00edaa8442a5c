import { describe, expect, it } from 'vitest';
import { byLocale, voicesOf } from '../../src/discord/choose-words.ts';

async function languagesOf(...parameters: Parameters<typeof voicesOf>): Promise<readonly string[]> {
  const { asker, everyone } = await voicesOf(...parameters);
  return [asker.language, everyone.language];
}

describe('the words of a reply', () => {
  it('are the asker’s in private, and the server’s where everybody sees them', async () => {
    const interaction = { locale: 'de', guild_id: '1', guild_locale: 'fr' } as const;
    expect(await languagesOf(interaction, byLocale)).toEqual(['de', 'fr']);
  });

  it('are the asker’s throughout where there is no server', async () => {
    expect(await languagesOf({ locale: 'pt-BR' }, byLocale)).toEqual(['pt-BR', 'pt-BR']);
  });

  it('are English where Discord does not say, or says one that there are no words in', async () => {
    expect(await languagesOf({ guild_id: '1' }, byLocale)).toEqual(['en', 'en']);
    expect(await languagesOf({ locale: 'ja', guild_id: '1', guild_locale: 'ko' }, byLocale)).toEqual([
      'en',
      'en',
    ]);
  });

  it('are those that a server has chosen, whatever Discord says of it', async () => {
    const interaction = { locale: 'de', guild_id: '1', guild_locale: 'fr' } as const;
    const chosen = await languagesOf(interaction, ({ serverId }) =>
      Promise.resolve(serverId === '1' ? 'es' : 'en'),
    );
    expect(chosen).toEqual(['de', 'es']);
  });
});
