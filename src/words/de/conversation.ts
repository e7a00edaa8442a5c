import type { Translated } from '../word-keys.ts';

export const conversation: Translated<'conversation'> = {
  contextForgotten:
    'An die Antwort davor erinnere ich mich nicht mehr, deshalb habe ich das als eigene Frage verstanden.',
  emptyMessage: 'In dieser Nachricht steht kein Text, nach dem ich suchen könnte.',
  exchangeForgotten:
    'An diese Antwort erinnere ich mich nicht mehr: Ich behalte sie nur eine Weile. Frag noch einmal dasselbe, dann bekommst du eine neue.',
  failed: 'Bei mir ist etwas schiefgegangen, und ich habe keine Antwort für dich. Frag bitte noch einmal.',
  gone: 'Diese Stelle steht nicht mehr im Artikel: Er wurde inzwischen geändert. Was damals zitiert wurde, steht noch in der Nachricht oben.',
  noArticle:
    'Es gibt noch keinen Artikel, den man fragen könnte. Wer mich betreibt, muss erst einen hinzufügen.',
  questionTooLong:
    'Diese Frage hat {{length}} Zeichen; ich nehme höchstens {{most}}. Stell bitte eine kürzere.',
  queueFull: 'Gerade warten zu viele Fragen. Frag bitte in einer Minute noch einmal.',
  restarting: 'Ich werde gerade neu gestartet. Frag bitte in einer Minute noch einmal.',
  stopped: 'Ich wurde angehalten, bevor ich damit fertig war. Frag bitte in einer Minute noch einmal.',
  wait_one: 'Das ging schnell. Deine nächste Frage nehme ich in {{count}} Sekunde an.',
  wait_other: 'Das ging schnell. Deine nächste Frage nehme ich in {{count}} Sekunden an.',
};
