import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/words/language-of.ts';
import { wordsIn } from '../../src/words/words.ts';

describe('languageOf', () => {
  it.each([
    ['en-US', 'en'],
    ['en-GB', 'en'],
    ['de', 'de'],
    ['fr', 'fr'],
    ['es-ES', 'es'],
    ['es-419', 'es'],
    ['pt-BR', 'pt-BR'],
    ['ja', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('takes Discord’s %s for %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });
});

describe('words', () => {
  it('are said in the language that is asked for, whichever was used before', () => {
    const german = wordsIn('de');
    const french = wordsIn('fr');
    expect(german('conversation.restarting')).toBe(
      'Ich werde gerade neu gestartet. Frag bitte in einer Minute noch einmal.',
    );
    expect(french('conversation.restarting')).toBe(
      'Je suis en train de redémarrer. Réessaie dans une minute.',
    );
    expect(german('conversation.restarting')).toBe(
      'Ich werde gerade neu gestartet. Frag bitte in einer Minute noch einmal.',
    );
  });

  it('take the form that the language has for a number', () => {
    expect(wordsIn('en')('conversation.wait', { count: 1 })).toMatch(/in 1 second\.$/u);
    expect(wordsIn('en')('conversation.wait', { count: 0 })).toMatch(/in 0 seconds\.$/u);
    expect(wordsIn('pt-BR')('conversation.wait', { count: 0 })).toMatch(/em 0 segundo\.$/u);
    expect(wordsIn('fr')('conversation.wait', { count: 1_000_000 })).toMatch(/de secondes\.$/u);
  });

  it('write numbers, days and lists as the language does', () => {
    const day = new Date('2024-11-30T23:59:00Z');
    expect(wordsIn('en').number(1234.5)).toBe('1,234.5');
    expect(wordsIn('de').number(0.8, { minimumFractionDigits: 2 })).toBe('0,80');
    expect(wordsIn('de')('conversation.wait', { count: 1234 })).toContain('1.234 Sekunden');
    expect(wordsIn('en').date(day)).toBe('30 November 2024');
    expect(wordsIn('es').date(day)).toBe('30 de noviembre de 2024');
    expect(wordsIn('pt-BR').list(['a', 'b', 'c'])).toBe('a, b e c');
    expect(wordsIn('en').list(['a', 'b', 'c'], 'disjunction')).toBe('a, b or c');
  });

  it('leave alone what is filled in, however much it looks like code', () => {
    const hostile = '{{most}} $t(conversation.gone) <b>&"\'/ $& $1';
    const said = wordsIn('en')('conversation.questionTooLong', { length: hostile, most: hostile });
    expect(said).toBe(
      `That question has ${hostile} characters; I take at most ${hostile}. Please ask a shorter one.`,
    );
  });
});
