import type { Translated } from '../word-keys.ts';

export const quotation: Translated<'quotation'> = {
  readIt: 'Ler no artigo',
  page: 'página {{page}}',
  section: 'seção {{section}}',
  time: 'em {{time}}',
  leftOut: 'Um trecho ficou de fora: não está no artigo como foi encontrado.',
  goesOn: 'continua',
  passageGoesOn: 'O trecho continua depois desta frase.',
  sentenceGoesOn: 'Esta frase é longa demais para aparecer inteira aqui; ela continua.',
  paragraphGoesOn: 'O parágrafo continua: *Continuar lendo* mostra o resto.',
  neighbourGoesOn: 'Ele continua.',
  furtherOn: 'mais adiante',
  position: 'Parágrafo {{number}} de {{last}}',
  noParagraph: '“{{title}}” não tem ¶ {{number}}; os parágrafos vão de 1 a {{last}}.',
  inContextButton: 'No contexto',
  readOnButton: 'Continuar lendo',
};
