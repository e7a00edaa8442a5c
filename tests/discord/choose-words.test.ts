import { describe, expect, it } from 'vitest';
import { languageIn, voicesOf } from '../../src/discord/choose-words.ts';
import { DEFAULT_SERVER_SETTINGS } from '../../src/domain/server-settings.ts';
import type { WordLanguage } from '../../src/domain/server-settings.ts';

type Place = Parameters<typeof voicesOf>[0];

/** The languages of a private reply and of a public one, in a server that has chosen one. */
async function languagesOf(interaction: Place, language: WordLanguage = 'auto'): Promise<readonly string[]> {
  const read = () => Promise.resolve({ ...DEFAULT_SERVER_SETTINGS, language });
  const { asker, everyone } = await voicesOf(interaction, languageIn({ read }));
  return [asker.language, everyone.language];
}

describe('the words of a reply', () => {
  it('are the asker’s in private, and the server’s where everybody sees them', async () => {
    const interaction = { locale: 'de', guild_id: '1', guild_locale: 'fr' } as const;
    expect(await languagesOf(interaction)).toEqual(['de', 'fr']);
  });

  it('are the asker’s throughout where there is no server', async () => {
    expect(await languagesOf({ locale: 'pt-BR' }, 'es')).toEqual(['pt-BR', 'pt-BR']);
  });

  it('are English where Discord does not say, or says one that there are no words in', async () => {
    expect(await languagesOf({ guild_id: '1' })).toEqual(['en', 'en']);
    expect(await languagesOf({ locale: 'ja', guild_id: '1', guild_locale: 'ko' })).toEqual(['en', 'en']);
  });

  it('are those that a server has chosen, whatever Discord says of it', async () => {
    const interaction = { locale: 'de', guild_id: '1', guild_locale: 'fr' } as const;
    expect(await languagesOf(interaction, 'es')).toEqual(['de', 'es']);
    expect(await languagesOf(interaction, 'en')).toEqual(['de', 'en']);
  });
});
