import type { Translated } from '../word-keys.ts';

export const gaps: Translated<'gaps'> = {
  title: 'Was die Artikel nicht beantworten',
  none_one:
    'Nichts am letzten {{count}} Tag: Jede Frage bekam eine Antwort, an der niemand etwas auszusetzen hatte.',
  none_other:
    'Nichts in den letzten {{count}} Tagen: Jede Frage bekam eine Antwort, an der niemand etwas auszusetzen hatte.',
  about: 'Eine Frage zu „{{title}}“',
  aboutNothing: 'Eine Frage, der keine Stelle nahekommt',
  voices_one: '{{count}} Person',
  voices_other: '{{count}} Personen',
  times_one: '{{count}} Mal gefragt',
  times_other: '{{count}} Mal gefragt',
  weeks: 'pro Woche, {{number}} bis heute: {{weeks}}',
  dismissMenu: 'Eine ausblenden',
  dismissed_one: 'Ausgeblendet: {{count}} Frage.',
  dismissed_other: 'Ausgeblendet: {{count}} Fragen.',
  notDismissed: 'Das ließ sich gerade nicht speichern. Versuch es noch einmal.',
  addButton: 'Artikel hinzufügen',
  howToAdd:
    'Füg mit `/artikel hinzufügen` einen Artikel hinzu, der es beantwortet. Wer Bescheid haben wollte, bekommt das Zitat, sobald er da ist.',
  exportButton: 'Exportieren',
  exported_one: '{{count}} Gruppe als Tabelle.',
  exported_other: '{{count}} Gruppen als Tabelle.',
  unreadable: 'Ich kann die Fragen gerade nicht lesen. Versuch es später noch einmal.',
  off: 'Dieser Server speichert solche Fragen nicht.',
  tellButton: 'Bescheid geben',
  willTell: 'Ich schreibe dir ein Mal, sobald die Artikel das sicher beantworten.',
  wasTold: 'Du hast schon Bescheid bekommen.',
  notKept: 'Das konnte ich gerade nicht speichern. Versuch es später noch einmal.',
  onlyAsker: 'Bescheid bekommt nur, wer gefragt hat. Stell dieselbe Frage, um auch Bescheid zu bekommen.',
  told: 'Du wolltest Bescheid haben: Jetzt gibt es eine Antwort.',
  toldIn: 'Du hast das in {{channel}} gefragt und wolltest Bescheid haben: Jetzt gibt es eine Antwort.',
  askAgain: 'Der Server behält seine Artikel für sich: Frag dort noch einmal, um sie zu sehen.',
};
