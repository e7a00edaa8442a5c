import type { Translated } from '../word-keys.ts';

export const discord: Translated<'discord'> = {
  anotherVersion:
    'Dieser Button stammt von einer anderen Version von mir, oder seine Nachricht wurde geändert. Frag noch einmal, dann bekommst du einen neuen.',
  emptyMention:
    'Frag mich in derselben Nachricht etwas, zum Beispiel: **{{bot}}wer hat den Vertrag unterschrieben?** `/hilfe` zeigt den Rest.',
  hiddenMessage:
    'Discord zeigt mir diese Nachricht nicht. Öffne ihr Menü, dann Apps, dann *Dazu fragen*, oder stell mir die Frage noch einmal.',
  roleMention:
    'Discord zeigt mir keinen Text, in dem nur meine Rolle erwähnt wird. Erwähne mich selbst: **{{bot}}wer hat den Vertrag unterschrieben?**',
  statement:
    'Ich beantworte Fragen. Welche Stellen dem nahekommen, was jemand sagt, erfährst du im Menü der Nachricht unter Apps mit *Quelle suchen*.',
  questionDeleted: 'Die Frage wurde gelöscht und die Antwort mit ihr.',
  notYours:
    'Das kann nur öffnen, wer privat gefragt hat. Frag dasselbe mit `/frage`, dann bekommst du deine eigene Antwort.',
  notYoursToDelete: 'Löschen kann das nur, wer danach gefragt hat oder hier Nachrichten verwaltet.',
  sharedAlready: 'Das wurde schon geteilt.',
  shareRefused: 'Ich konnte das nicht teilen: Discord ließ mich hier nichts schreiben.',
  shareUnsure:
    'Discord hat nicht gesagt, ob das geteilt wurde. Sieh im Kanal nach, bevor du es noch einmal teilst.',
  unknownArticle: 'Diesen Artikel gibt es nicht mehr. `/quellen` zeigt die, die ich habe.',
  unknownCommand: 'Diesen Befehl kenne ich nicht. `/hilfe` zeigt die, die ich kenne.',
  moreThanFits: 'Es gibt mehr, als hier hineinpasst.',
  doesNotFit: 'Die Antwort passt hier nicht hinein.',
  missingPermissions:
    'In {{channel}} darf ich nicht antworten: Dort fehlt mir {{permissions}}. Wer den Server verwaltet, kann mir das in den Kanaleinstellungen geben. Bis dahin frag mich hier oder privat mit `/frage`.',
  closedChannel: 'In diesem Kanal antworte ich nur privat: So hat es dieser Server eingestellt.',
  closedToMessages:
    'In diesem Kanal antworte ich nicht auf Nachrichten: So hat es der Server eingestellt. `/frage` antwortet dir dort privat.',
  lockedThread:
    '{{channel}} ist gesperrt, deshalb kann ich dort nicht antworten. Frag mich hier oder in einem offenen Kanal.',
  privateInstead:
    'In diesem Kanal darf ich nichts schreiben (mir fehlt {{permissions}}), deshalb siehst nur du das.',
  noThread: 'Hier kann ich keinen Thread öffnen. In einem Serverkanal brauche ich dafür {{permission}}.',
  viewChannel: 'Kanal ansehen',
  sendMessages: 'Nachrichten senden',
  sendMessagesInThreads: 'Nachrichten in Threads senden',
  embedLinks: 'Links einbetten',
  readMessageHistory: 'Nachrichtenverlauf anzeigen',
  createPublicThreads: 'Öffentliche Threads erstellen',
};
