import type { Translated } from '../word-keys.ts';

export const why: Translated<'why'> = {
  pointed: 'Im Text steht „{{pointed}}“, wo du „{{asked}}“ gefragt hast.',
  shared: 'Gemeinsam haben Frage und Zitat {{words}}.',
  sharedWord: '„{{word}}“',
  nothingShared:
    'Kein aussagekräftiges Wort der Frage steht im Zitat; gefunden wurde es über seine Bedeutung.',
  found: 'Beim gemeinsamen Lesen von Frage und Text hat das Lesemodell eine Antwort darin gefunden.',
  notFound:
    'Beim gemeinsamen Lesen von Frage und Text hat das Lesemodell keine klare Antwort darin gefunden.',
  anotherFirst: 'Nach Wörtern und Bedeutung allein lag ein anderer Satz vorn.',
  sure: 'Das ist nah genug, um sicher zu sein.',
  unsure: 'Das ist nah dran, aber nicht nah genug, um sicher zu sein: daher „vielleicht“.',
  noAnswer: 'Keine Stelle kommt einer Antwort nahe genug. Was in der Nähe steht, handelt von etwas anderem.',
  detailsButton: 'Details',
  search: 'Suche.',
  decision: 'Entscheidung.',
  noPercentages: 'Punktwerte vergleichen Fragen miteinander; Prozente sind es nicht.',
  rankOfAnswer: 'Die zitierte Stelle {{meaning}} und {{words}}.',
  rankOfClosest: 'Die nächstliegende Stelle {{meaning}} und {{words}}.',
  byMeaning: 'kam nach der Bedeutung auf {{place}}',
  notByMeaning: 'war nach der Bedeutung nicht unter den nächstliegenden',
  byWords: 'nach Wörtern auf {{place}}',
  notByWords: 'hatte keines der Wörter der Frage',
  place1: 'Platz 1',
  place2: 'Platz 2',
  place3: 'Platz 3',
  place4: 'Platz 4',
  place5: 'Platz 5',
  place: 'Platz {{number}}',
  scoreSure: 'Ihr Punktwert ist {{score}}: mehr, als eine sichere Antwort braucht {{scale}}.',
  scoreUnsure:
    'Ihr Punktwert ist {{score}}: genug für eine Antwort, aber nicht für eine sichere, daher der Hinweis {{scale}}.',
  scoreLow:
    'Ihr Punktwert ist {{score}}: zu wenig für eine Antwort {{scale}}. Eine Stelle über etwas Ähnliches ist keine Antwort.',
  scale: '(Strenge {{strictness}}: Eine Antwort braucht {{weak}}, eine sichere {{strong}})',
  strict: 'streng',
  balanced: 'ausgewogen',
  lenient: 'nachsichtig',
};
