import type { Translated } from '../word-keys.ts';

export const privacy: Translated<'privacy'> = {
  title: 'Was ich speichere',
  questions:
    '**Fragen**, wer sie wo gestellt hat und welche Stellen zitiert wurden: {{days}}, für Nachfragen, das Teilen und *Warum das?*. Nur wer gefragt hat oder mich betreibt, kann darauf zurückkommen.',
  votes:
    '**👍 und 👎**: unter einem Pseudonym, solange die Frage gespeichert ist. So kann, wer mich betreibt, messen, wie gut die Antworten sind.',
  gaps: '**Fragen ohne gute Antwort**, wo der Server das will: {{days}}, für alle, die ihn verwalten. Sie sehen keine Namen und den Wortlaut nur, wenn drei Personen dasselbe gefragt haben, es sei denn, der Server erlaubt mehr.',
  practice:
    '**Was du lernst, Quizantworten und Notizen**: für dich, bis du sie löschst. **Was du mitgelesen hast**: für die Zahl darunter, 30 Tage nach dem letzten Teil. Dass du von einer Antwort erfahren willst: bis du davon erfahren hast.',
  settings: '**Geänderte Einstellungen und Artikel**: von wem und wann, für alle, die den Server verwalten.',
  where:
    '**Wo**: in der Datenbank der Person, die mich betreibt, sonst nirgends. In meinem Protokoll stehen keine Fragen.',
  server:
    '**Ein Server, der mich entfernt**: Was von ihm gespeichert ist, bleibt noch {{days}} und wird dann gelöscht.',
  yours:
    '**Was dir gehört**: Die Buttons zeigen es dir allein und löschen es, über alle Server und Direktnachrichten hinweg.',
  days_one: '{{count}} Tag',
  days_other: '{{count}} Tage',
  showButton: 'Meine Daten zeigen',
  deleteButton: 'Meine Daten löschen',
  serverButton: 'Serverdaten löschen',
  shown: 'Das ist alles, was ich von dir gespeichert habe, über alle Server hinweg.',
  confirmMine:
    'Alles löschen, was ich von dir gespeichert habe, auf allen Servern? Es lässt sich nicht zurückholen.',
  confirmServer:
    'Alles löschen, was ich von diesem Server gespeichert habe: Fragen, Bewertungen, Einstellungen und die Artikel, die er hinzugefügt hat? Es lässt sich nicht zurückholen.',
  yesButton: 'Löschen',
  noButton: 'Behalten',
  done: 'Erledigt: Von dir ist nichts mehr da.',
  serverDone:
    'Erledigt: Von diesem Server ist nichts mehr da, und es gelten wieder die üblichen Einstellungen.',
  kept: 'Es wurde nichts gelöscht.',
  unreadable: 'Ich kann gerade nicht lesen, was ich gespeichert habe. Versuch es später noch einmal.',
  notDeleted: 'Ich konnte gerade nicht alles löschen. Versuch es noch einmal: Was weg ist, bleibt weg.',
};
