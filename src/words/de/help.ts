import type { Translated } from '../word-keys.ts';

export const help: Translated<'help'> = {
  title: 'Ich antworte mit Zitaten',
  shows: 'Was ich zeige, steht Wort für Wort in {{articles}}. Wenn etwas dort nicht steht, sage ich das.',
  articles: '{{number}} Artikeln',
  tryAsking: 'Frag zum Beispiel',
  ask: '**Fragen**: `/frage`, erwähne mich, schreib mir oder antworte auf eine Antwort, mit Ping.',
  askAnywhere:
    '**Fragen**: `/frage`, erwähne mich, schreib mir oder antworte auf eine Antwort; in einem Thread von mir frag einfach.',
  lookUp: '**Nachschlagen**: `/nachschlagen`, `/gliederung`, `/absatz`, `/quellen`.',
  check:
    '**Prüfen**: `/zitat`. Bei jeder Nachricht, unter Apps: *Quelle suchen*, *Dazu fragen*, *Zitat prüfen*.',
  practise:
    '**Üben**: `/quiz start`, `/lesen start`, `/lernen start`, `/notizen`. **Was von dir gespeichert ist**: `/datenschutz`.',
  inviteButton: 'Lad mich ein',
  sourceButton: 'Quellcode',
  followUpFormTitle: 'Nachfragen',
  followUpSoFar: 'Bisher:',
  followUpLabel: 'Und jetzt?',
  followUpHint: 'Eine kurze Frage genügt: „Und wann war das?“',
};
