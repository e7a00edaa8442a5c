import type { Translated } from '../word-keys.ts';

export const sources: Translated<'sources'> = {
  unknownName: 'Não conheço nenhum artigo “{{name}}”. `/fontes` mostra os que tenho.',
  which: 'Qual artigo? Escolha um com a opção `artigo`: {{names}}.',
  whichOfMany: 'Qual artigo? Escolha um com a opção `artigo`: {{names}} e mais {{more}}.',
  whichName: '“{{name}}”',
  paragraphs_one: '{{count}} parágrafo',
  paragraphs_many: '{{count}} de parágrafos',
  paragraphs_other: '{{count}} parágrafos',
  passages_one: '{{count}} trecho',
  passages_many: '{{count}} de trechos',
  passages_other: '{{count}} trechos',
  titleOfOne: 'O artigo que eu cito',
  titleOfSeveral: 'Os {{number}} artigos que eu cito',
  leftOut: 'Ficaram de fora: {{reasons}}',
  index: 'Índice {{generation}}',
  built: 'criado em {{time}} UTC',
  id: 'id {{id}}',
  open: 'Abrir o artigo',
  outlineEmpty: 'Ele não tem nenhum parágrafo.',
  outlineFlat: 'Ele não tem títulos.',
  outlineOpening: 'Abertura',
  outlineButton: 'Sumário ({{number}})',
  outlineMenu: 'Ler uma seção',
  noSummary:
    'Eu não escrevo nada, então não posso resumi-lo: um resumo seriam as minhas palavras, não as do artigo. É assim que cada seção começa:',
  noSummaryOfAll:
    'Eu não escrevo nada, então não posso resumir artigos. `/sumário` mostra o que há em um deles, `/fontes` quais existem.',
  page: 'Página {{page}} de {{pages}}',
  previousButton: 'Anterior',
  nextButton: 'Próxima',
};
