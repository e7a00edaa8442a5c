import type { Translated } from '../word-keys.ts';

export const why: Translated<'why'> = {
  pointed: 'O texto diz “{{pointed}}” onde você perguntou “{{asked}}”.',
  shared: 'A pergunta e a citação têm em comum {{words}}.',
  sharedWord: '“{{word}}”',
  nothingShared:
    'A citação não tem nenhuma palavra relevante em comum com a pergunta; foi encontrada pelo significado.',
  found: 'Lendo a pergunta e o texto juntos, o modelo de leitura encontrou nele uma resposta.',
  notFound: 'Lendo a pergunta e o texto juntos, o modelo de leitura não encontrou nele uma resposta clara.',
  anotherFirst: 'Só pelas palavras e pelo significado, outra frase ficava em primeiro.',
  sure: 'Isso é próximo o bastante para ter certeza.',
  unsure: 'Isso é próximo, mas não o bastante para ter certeza: daí o “talvez”.',
  noAnswer:
    'Nenhum trecho chega perto o bastante para ser uma resposta. O que fica próximo fala de outra coisa.',
  detailsButton: 'Detalhes',
  search: 'Busca.',
  decision: 'Decisão.',
  noPercentages: 'As pontuações comparam as perguntas entre si; não são porcentagens.',
  rankOfAnswer: 'O trecho citado {{meaning}} e {{words}}.',
  rankOfClosest: 'O trecho mais próximo {{meaning}} e {{words}}.',
  byMeaning: 'ficou {{place}} pelo significado',
  notByMeaning: 'não estava entre os mais próximos pelo significado',
  byWords: '{{place}} pelas palavras',
  notByWords: 'não tinha nenhuma das palavras da pergunta',
  place1: 'em primeiro',
  place2: 'em segundo',
  place3: 'em terceiro',
  place4: 'em quarto',
  place5: 'em quinto',
  place: 'na posição {{number}}',
  scoreSure: 'A pontuação é {{score}}: acima do que uma resposta segura precisa {{scale}}.',
  scoreUnsure:
    'A pontuação é {{score}}: suficiente para uma resposta, mas não para uma segura, daí o aviso {{scale}}.',
  scoreLow:
    'A pontuação é {{score}}: baixa demais para uma resposta {{scale}}. Um trecho sobre algo parecido não é uma resposta.',
  scale: '(rigor {{strictness}}: uma resposta precisa de {{weak}}, uma segura de {{strong}})',
  strict: 'alto',
  balanced: 'equilibrado',
  lenient: 'baixo',
};
